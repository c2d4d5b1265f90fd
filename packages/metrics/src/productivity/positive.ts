import { reasonAt, type Column } from '../column.ts'
import { at } from '../frontier/entries.ts'

/**
 * Why a zone has no productivity level, closed: a value is missing, a quantity is not above 0, or its
 * shares of cost or revenue are negative or sum to 0.
 */
export const LEVEL_REASONS = ['missing-value', 'not-positive', 'shares-invalid'] as const

/** One of {@link LEVEL_REASONS}. */
export type LevelReason = (typeof LEVEL_REASONS)[number]

/** The code that stands for a reason; 0 stands for "there is a level". */
export function levelCode(reason: LevelReason): number {
  return LEVEL_REASONS.indexOf(reason) + 1
}

/** Why a zone has no level; null where it has one. */
export function levelReasonAt(
  { reasons }: { readonly reasons: Uint8Array },
  zone: number,
): LevelReason | null {
  return LEVEL_REASONS[(reasons[zone] ?? 0) - 1] ?? null
}

/** A code a zone for columns of quantities, all of which have to be above 0. */
export function quantityReasons(columns: readonly Column[]): Uint8Array {
  const size = columns[0]?.values.length ?? 0
  if (columns.some(({ values }) => values.length !== size)) {
    throw new Error('Columns of one comparison have the same zones')
  }
  return Uint8Array.from({ length: size }, (_, zone) => {
    if (columns.some((column) => reasonAt(column, zone) !== null)) return levelCode('missing-value')
    const positive = columns.every(({ values }) => at(values, zone) > 0)
    return positive ? 0 : levelCode('not-positive')
  })
}

/** The zones without a reason. */
export function keptZones(reasons: Uint8Array): Int32Array {
  return Int32Array.from(reasons.keys()).filter((zone) => reasons[zone] === 0)
}

/** The logarithms of a column over the zones given. */
export function logsOf({ values }: Column, zones: Int32Array): Float64Array {
  return Float64Array.from(zones, (zone) => Math.log(at(values, zone)))
}

/** Values of some zones among all; the others are NaN. */
export function spread(zones: Int32Array, values: Float64Array, size: number): Float64Array {
  const all = new Float64Array(size).fill(NaN)
  zones.forEach((zone, k) => {
    all[zone] = at(values, k)
  })
  return all
}
