import { at } from '../statistics/array.ts'

/** How much of the data is there, as shares from 0 to 1: for each zone, and for each criterion. */
export interface Availability {
  readonly zones: Float64Array
  readonly criteria: Float64Array
}

/** The shares of cells with a value (NaN = missing); columns of the same length, 0 where there is no cell. */
export function availability(columns: readonly Float64Array[]): Availability {
  const size = columns[0]?.length ?? 0
  const zones = new Float64Array(size)
  const criteria = Float64Array.from(columns, (column) => {
    let present = 0
    for (let zone = 0; zone < size; zone++) {
      if (Number.isNaN(at(column, zone))) continue
      present++
      zones[zone] = at(zones, zone) + 1 / columns.length
    }
    return size === 0 ? 0 : present / size
  })
  return { zones, criteria }
}

// Ten times a tenth is not quite 1 in binary.
const ROUNDING = 1e-9

/** The zones that have a smaller share of their data than `least` (0–1). */
export function screenedOut(columns: readonly Float64Array[], least: number): number[] {
  const { zones } = availability(columns)
  return [...zones.keys()].filter((zone) => at(zones, zone) < least - ROUNDING)
}
