import { blameAt, reasonAt, type Column } from '../column.ts'
import type { MissingReason } from '../measure.ts'
import { at } from '../statistics/array.ts'
import { median } from '../statistics/quantile.ts'
import { isotonic } from './isotonic.ts'
import type { LinkageClass } from './names.ts'

/**
 * What y is held against: the median of the compared zones, a target of one's own in the unit of y, or
 * the line that rises with x and fits best.
 */
export type LinkageReference =
  | { readonly kind: 'median' }
  | { readonly kind: 'target'; readonly value: number }
  | { readonly kind: 'fit' }

/** How zones are held against each other; `tolerance` is a share of the reference, 0.1 = ±10 %. */
export interface LinkageRule {
  readonly reference: LinkageReference
  readonly tolerance: number
}

/** A zone that lacks one of the two quantities, and why. */
export interface LinkageExclusion {
  readonly zone: number
  readonly side: 'x' | 'y'
  readonly reason: MissingReason
  readonly fields: readonly string[]
}

/**
 * Zones in the plane of two quantities. `split` (null = no zone has both) is the median of x and parts
 * much from little, a zone on it counting as much. NaN and null where a zone is excluded.
 */
export interface Linkage {
  readonly split: number | null
  /** The reference at each zone, in the unit of y. */
  readonly expected: Float64Array
  /** y as a share of the reference; NaN as well where the reference is not above 0. */
  readonly ratio: Float64Array
  readonly classes: readonly (LinkageClass | null)[]
  readonly excluded: readonly LinkageExclusion[]
}

// 7.7 lies on the edge of 7 ± 10 %, whatever the last bit of its difference says.
const ROUNDING = 1e-12

/** What is wrong with a rule. */
export interface LinkageFault {
  readonly error: 'target-not-positive' | 'tolerance-outside-0-1'
}

/**
 * Holds y against a reference where x is known: investment intensity against the land supplied, tax
 * against the price of land. The project's own rule (本项目口径): the speech says that they are linked
 * and gives no function. A zone within `expected × (1 ± tolerance)` is matched; else the medians part
 * the plane in four. Zones that lack x or y are excluded with the reason and move nothing.
 */
export function linkage(x: Column, y: Column, rule: LinkageRule): Linkage | LinkageFault {
  const fault = faultOf(rule)
  if (fault) return fault
  const excluded = exclusionsOf(x, y)
  const out = new Set(excluded.map(({ zone }) => zone))
  const kept = (column: Column) => column.values.map((value, zone) => (out.has(zone) ? NaN : value))
  const [xs, ys] = [kept(x), kept(y)]
  const split = median(xs)
  const expected = expectedOf(xs, ys, rule.reference)
  const ratio = ys.map((value, zone) => (at(expected, zone) > 0 ? value / at(expected, zone) : NaN))
  const classes = Array.from(ys, (value, zone) => {
    if (split === null || out.has(zone)) return null
    const reference = at(expected, zone)
    const slack = Math.abs(reference) * (rule.tolerance + ROUNDING)
    if (Math.abs(value - reference) <= slack) return 'matched'
    return classOf(at(xs, zone) >= split, value > reference)
  })
  return { split, expected, ratio, classes, excluded }
}

function classOf(much: boolean, above: boolean): LinkageClass {
  if (much) return above ? 'high-high' : 'high-low'
  return above ? 'low-high' : 'low-low'
}

function faultOf({ reference, tolerance }: LinkageRule): LinkageFault | null {
  if (!(tolerance >= 0 && tolerance < 1)) return { error: 'tolerance-outside-0-1' }
  const { kind } = reference
  if (kind !== 'target') return null
  const good = reference.value > 0 && Number.isFinite(reference.value)
  return good ? null : { error: 'target-not-positive' }
}

function exclusionsOf(x: Column, y: Column): LinkageExclusion[] {
  return Array.from(x.values, (_, zone) => zone).flatMap((zone) => {
    const missing = (['x', 'y'] as const).flatMap((side) => {
      const column = side === 'x' ? x : y
      const reason = reasonAt(column, zone)
      return reason === null ? [] : [{ zone, side, reason, fields: blameAt(column, zone) }]
    })
    return missing.slice(0, 1)
  })
}

function expectedOf(x: Float64Array, y: Float64Array, reference: LinkageReference): Float64Array {
  if (reference.kind === 'fit') return isotonic(x, y)
  const level = reference.kind === 'target' ? reference.value : (median(y) ?? NaN)
  return y.map((value) => (Number.isNaN(value) ? NaN : level))
}
