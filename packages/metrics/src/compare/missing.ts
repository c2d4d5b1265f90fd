import { blameAt, reasonAt, type Column } from '../column.ts'
import type { MissingReason } from '../measure.ts'

/**
 * What a missing value does. `exclude`: the zone is not ranked. `reweight`: the weights are
 * normalised over what the zone has; a zone that has nothing is not ranked.
 */
export const MISSING_RULES = ['exclude', 'reweight'] as const

/** One of {@link MISSING_RULES}. */
export type MissingRule = (typeof MISSING_RULES)[number]

/** Why a zone is not ranked: the criterion (by index) that it lacks, the reason, the fields to blame. */
export interface Exclusion {
  readonly zone: number
  readonly criterion: number
  readonly reason: MissingReason
  readonly fields: readonly string[]
}

export interface Eligible {
  readonly ranked: Uint8Array
  readonly excluded: Exclusion[]
}

/** Which zones take part; a criterion of weight 0 keeps no zone out. */
export function eligibleZones(
  columns: readonly Column[],
  shares: Float64Array,
  rule: MissingRule,
): Eligible {
  const counted = [...shares.keys()].filter((criterion) => (shares[criterion] ?? 0) > 0)
  const ranked = new Uint8Array(columns[0]?.values.length ?? 0)
  const gaps = countGaps(counted.map((criterion) => columns[criterion]))
  const excluded: Exclusion[] = []
  const most = rule === 'exclude' ? 0 : counted.length - 1
  for (let zone = 0; zone < ranked.length; zone++) {
    if ((gaps[zone] ?? 0) <= most) ranked[zone] = 1
    else excluded.push(...counted.flatMap((criterion) => gapAt(columns, criterion, zone)))
  }
  return { ranked, excluded }
}

/** Whether a column has a number for a zone: {@link reasonAt} without the reason. */
export function isPresent(column: Column, zone: number): boolean {
  return column.reasons[zone] === 0 && Number.isFinite(column.values[zone])
}

function countGaps(columns: readonly (Column | undefined)[]): Uint32Array {
  const gaps = new Uint32Array(columns[0]?.values.length ?? 0)
  for (const column of columns) {
    for (let zone = 0; column && zone < gaps.length; zone++) {
      if (!isPresent(column, zone)) gaps[zone] = (gaps[zone] ?? 0) + 1
    }
  }
  return gaps
}

function gapAt(columns: readonly Column[], criterion: number, zone: number): Exclusion[] {
  const column = columns[criterion]
  const reason = column ? reasonAt(column, zone) : null
  if (!column || reason === null) return []
  return [{ zone, criterion, reason, fields: blameAt(column, zone) }]
}
