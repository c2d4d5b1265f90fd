import { reasonAt, type Column } from '../column.ts'
import { median } from '../statistics/quantile.ts'

/** The land that an output is divided by; they must never be mixed in one comparison. */
export const STARTER_DENOMINATORS = ['planned', 'starter', 'supplied'] as const

/** One of {@link STARTER_DENOMINATORS}. */
export type StarterDenominator = (typeof STARTER_DENOMINATORS)[number]

/** The indicator that divides by each of them. */
export const STARTER_INDICATOR: Readonly<Record<StarterDenominator, string>> = {
  planned: 'zone-output-density',
  starter: 'starter-zone-output',
  supplied: 'output-per-land',
}

/** “About 1 km²” of the speech: a mark to look at, never a pass or a fail. */
export const STARTER_MARK_KM2 = 1

/** The starter zone beside the whole zone. */
export interface StarterBeside {
  /** Starter density as a multiple of the zone's; NaN where one is missing or the zone's is not above 0. */
  readonly times: Float64Array
  /** How many zones have both. */
  readonly compared: number
  /** How many of them are denser in the starter zone. */
  readonly denser: number
  /** The median multiple; null of none. */
  readonly middle: number | null
}

const valueAt = (column: Column, zone: number): number =>
  reasonAt(column, zone) === null ? (column.values[zone] ?? NaN) : NaN

/**
 * Output per area of the starter zones as a multiple of that of the whole zones, both in one unit. Not a
 * share: the starter zone is part of the whole, and the two outputs may be counted differently.
 */
export function starterBeside(starter: Column, whole: Column): StarterBeside {
  const times = Float64Array.from(starter.values, (_, zone) => {
    const below = valueAt(whole, zone)
    return below > 0 ? valueAt(starter, zone) / below : NaN
  })
  const present = times.filter((one) => !Number.isNaN(one))
  const denser = present.filter((one) => one > 1).length
  return { times, compared: present.length, denser, middle: median(times) }
}

/** One period of a quantity: its median and how many zones have it, and how they moved. */
export interface StarterStep {
  /** Null of none. */
  readonly middle: number | null
  readonly zones: number
  /** Zones with a value now and in the period before, and no break between; null in the first period. */
  readonly moved: {
    readonly compared: number
    readonly up: number
    readonly down: number
  } | null
}

/**
 * A quantity over periods, oldest first. Medians are of the zones that report in each period, which may
 * be others each time, so that zones are also compared one by one; `broken(zone, period)` keeps out
 * those that were merged, split or cut anew at that period.
 */
export function starterProgress(
  periods: readonly Column[],
  broken: (zone: number, period: number) => boolean = () => false,
): StarterStep[] {
  return periods.map((column, period) => {
    const values = column.values.map((_, zone) => valueAt(column, zone))
    const zones = values.filter((value) => !Number.isNaN(value)).length
    const before = periods[period - 1]
    const moved = before ? movesOf(before, column, (zone) => broken(zone, period)) : null
    return { middle: median(values), zones, moved }
  })
}

function movesOf(before: Column, now: Column, broken: (zone: number) => boolean) {
  const changes = [...now.values.keys()].flatMap((zone) => {
    const change = valueAt(now, zone) - valueAt(before, zone)
    return Number.isNaN(change) || broken(zone) ? [] : [change]
  })
  const count = (test: (change: number) => boolean) => changes.filter(test).length
  return { compared: changes.length, up: count((c) => c > 0), down: count((c) => c < 0) }
}
