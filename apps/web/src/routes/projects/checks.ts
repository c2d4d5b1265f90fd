import type { Reconciliation, ReconciliationCheck } from '@permu/api/client'

/** One check with the zone that it is about. */
export interface CheckRow {
  readonly zone: { readonly id: string; readonly name: string }
  readonly projects: number
  readonly check: ReconciliationCheck
}

const WEIGHT = { differs: 0, incomplete: 1, missing: 2, agrees: 3 } as const

const size = ({ check }: CheckRow) => Math.abs(check.percent ?? 0)

/** The checks of all zones: what differs first, the largest share of it before the others. */
export function checkRows({ zones }: Pick<Reconciliation, 'zones'>): CheckRow[] {
  const rows = zones.flatMap(({ zone, projects, checks }) =>
    checks.map((check) => ({ zone, projects, check })),
  )
  return rows.toSorted((a, b) => {
    return WEIGHT[a.check.verdict] - WEIGHT[b.check.verdict] || size(b) - size(a)
  })
}

/** How many checks came out which way. */
export function countChecks(rows: readonly CheckRow[]): Record<keyof typeof WEIGHT, number> {
  const counts = { differs: 0, incomplete: 0, missing: 0, agrees: 0 }
  for (const { check } of rows) counts[check.verdict]++
  return counts
}
