import type { Policy } from '@permu/intake'
import type { UploadRow } from './queries.ts'

/** What is committed of a file with errors. */
export function policyOf({ plan, reading }: Pick<UploadRow, 'plan' | 'reading'>): Policy {
  const asked = reading['policy'] as Policy | undefined
  return plan?.policy ?? asked ?? 'skip-cells'
}

/** Whether the policy forbids to commit the file as it was read. */
export const isStopped = (row: Pick<UploadRow, 'plan' | 'reading' | 'counts'>): boolean =>
  policyOf(row) === 'stop' && row.counts.errors > 0

/** Why, in one sentence. */
export const stopReason = ({ counts }: Pick<UploadRow, 'counts'>): string =>
  `The file has ${String(counts.errors)} errors and its policy is “stop”: nothing was committed. ` +
  'Mend them, or commit with the policy skip-rows or skip-cells.'
