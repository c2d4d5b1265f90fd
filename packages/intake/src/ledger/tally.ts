import { MISSING_REASONS, type MissingReason } from '@permu/metrics'
import type { LedgerCell } from './cells.ts'

/** Counts the rows of a ledger, and the cells of those that are kept. */
export function createTally() {
  let [rows, accepted, cells] = [0, 0, 0]
  const missing = new Map<MissingReason, number>()
  const periods = new Set<string>()
  return {
    row() {
      rows++
    },
    add(found: readonly LedgerCell[]) {
      accepted++
      for (const { reason, period } of found) {
        if (period !== null) periods.add(period)
        if (reason === null) cells++
        else missing.set(reason, (missing.get(reason) ?? 0) + 1)
      }
    },
    summary() {
      const reasons = MISSING_REASONS.flatMap((reason) => {
        const count = missing.get(reason)
        return count === undefined ? [] : [[reason, count] as const]
      })
      const counts = { rows, accepted, rejected: rows - accepted, cells }
      return { ...counts, missing: Object.fromEntries(reasons), periods: periods.size }
    },
  }
}
