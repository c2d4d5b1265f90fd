import { at, sumOf } from '../statistics/array.ts'
import type { Linkage } from './linkage.ts'

/** What a zone below its reference has to do with it. */
export interface Standing {
  /** Supplied land, in any unit of area. */
  readonly land: number
  /** Investment or tax per unit of that area. */
  readonly value: number
  /** The reference, in the unit of `value`. */
  readonly reference: number
}

/**
 * Land that would come free if the same investment stood as densely as the reference asks:
 * `land − investment ÷ reference = land × (1 − intensity ÷ reference)`, in the unit of the land; 0 at
 * or above the reference, NaN where the reference is not above 0. The project's own rule (本项目口径).
 */
export function landFreed({ land, value, reference }: Standing): number {
  if (!(reference > 0)) return NaN
  return value >= reference ? 0 : land * (1 - value / reference)
}

/**
 * Tax that would be gained if all the land supplied yielded what the reference asks:
 * `(reference − tax per mu) × land`, in the money of the tax, a year; 0 at or above the reference.
 * The project's own rule (本项目口径).
 */
export function taxGained({ land, value, reference }: Standing): number {
  return value >= reference ? 0 : (reference - value) * land
}

/** Which zones fall short, and what it comes to. */
export interface Shortfall {
  /** One amount a zone: 0 where it is not below the band, NaN where it cannot be computed. */
  readonly gains: Float64Array
  readonly total: number
  /** The zones below the band, furthest below first; ties keep the order of the zones. */
  readonly below: readonly number[]
  /** The amount of the first `worst` of them. */
  readonly ofWorst: number
}

/** The quantities of all zones and the formula that turns a zone's into an amount. */
export interface ShortfallInput {
  readonly land: Float64Array
  readonly values: Float64Array
  readonly gain: (standing: Standing) => number
  readonly worst: number
}

/**
 * The zones below the tolerance band, lifted to the reference itself (not to the edge of the band).
 * A zone within the band or above it adds 0; excluded zones are NaN and add nothing.
 */
export function shortfall(linked: Linkage, input: ShortfallInput): Shortfall {
  const { classes, expected, ratio } = linked
  const isBelow = (zone: number) => classes[zone] === 'high-low' || classes[zone] === 'low-low'
  const gains = Float64Array.from(classes, (one, zone) => {
    if (one === null) return NaN
    if (!isBelow(zone)) return 0
    const [land, value] = [at(input.land, zone), at(input.values, zone)]
    return input.gain({ land, value, reference: at(expected, zone) })
  })
  const below = [...classes.keys()]
    .filter((zone) => isBelow(zone) && Number.isFinite(at(gains, zone)))
    .sort((a, b) => at(ratio, a) - at(ratio, b) || a - b)
  const worst = below.slice(0, input.worst).map((zone) => at(gains, zone))
  return { gains, total: sumOf(gains), below, ofWorst: sumOf(worst) }
}
