import { COUPLING_CLASSES } from '../aggregate/coupling-classes.ts'
import { couplingCoordination, rescaleForCoupling } from '../aggregate/coupling.ts'
import { reasonAt, type Column } from '../column.ts'
import type { Text } from '../field.ts'
import { isFlat, spanOf } from '../statistics/array.ts'

/** The nine usual cuts between the ten classes of coordination, a tenth apart. */
export const COORDINATION_CUTS: readonly number[] = Array.from(
  { length: 9 },
  (_, k) => (k + 1) / 10,
)

/** The names of the ten classes, lowest first. */
export const COORDINATION_NAMES: readonly Text[] = COUPLING_CLASSES.map(
  ({ name }) => name,
).toReversed()

/** Both sides on 0.01–0.99, and C, T and D = √(C·T) of each zone; NaN where a zone lacks a side. */
export interface LinkageCoordination {
  readonly first: Float64Array
  readonly second: Float64Array
  readonly coupling: Float64Array
  readonly development: Float64Array
  readonly coordination: Float64Array
  /** The place of each zone's class in {@link COORDINATION_NAMES}; −1 = none. */
  readonly classes: Int32Array
}

/** What is wrong with the cuts, or with the zones. */
export interface CoordinationFault {
  readonly error: 'cuts-invalid' | 'too-few-zones'
}

/**
 * The coupling coordination of two quantities, each min–max over the zones that have it and moved onto
 * 0.01–0.99 (a side at exactly 0 would make D 0 whatever the other is). `cuts` are nine rising numbers
 * between 0 and 1; a zone on a cut has the higher class. Relative to the zones compared.
 */
export function linkageCoordination(
  first: Column,
  second: Column,
  cuts: readonly number[] = COORDINATION_CUTS,
): LinkageCoordination | CoordinationFault {
  if (!areCuts(cuts)) return { error: 'cuts-invalid' }
  const sides = [levelOf(first), levelOf(second)] as const
  if (sides.some(({ count }) => count < 2)) return { error: 'too-few-zones' }
  const [u, v] = [sides[0].level, sides[1].level]
  const found = couplingCoordination([u, v], [0.5, 0.5])
  if ('error' in found) return { error: 'too-few-zones' }
  const classes = Int32Array.from(found.coordination, (d) => coordinationClass(d, cuts))
  return { first: u, second: v, ...found, classes }
}

/** The place of D among rising cuts: 0 below the first; −1 of NaN. */
export function coordinationClass(d: number, cuts: readonly number[]): number {
  return Number.isNaN(d) ? -1 : cuts.filter((cut) => d >= cut).length
}

function areCuts(cuts: readonly number[]): boolean {
  const rising = cuts.every((cut, k) => cut > (cuts[k - 1] ?? 0) && cut < 1)
  return rising && cuts.length === COORDINATION_CUTS.length
}

function levelOf(column: Column): { readonly level: Float64Array; readonly count: number } {
  const values = column.values.map((value, zone) => (reasonAt(column, zone) === null ? value : NaN))
  const span = spanOf(values)
  const width = span.max - span.min
  const shares = values.map((value) => {
    if (Number.isNaN(value)) return NaN
    return isFlat(span) ? 0.5 : Math.min(1, (value - span.min) / width)
  })
  return { level: rescaleForCoupling(shares), count: span.count }
}

/** How many zones stand in each class, lowest first. */
export function coordinationCounts({ classes }: Pick<LinkageCoordination, 'classes'>): number[] {
  return COORDINATION_NAMES.map((_, k) => classes.filter((one) => one === k).length)
}
