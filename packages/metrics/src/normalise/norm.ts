import { at } from '../statistics/array.ts'
import { mean } from '../statistics/moments.ts'
import { median } from '../statistics/quantile.ts'
import { membersOf, type Groups } from '../treat/impute.ts'

/**
 * The norm of each zone: the mean or median of the values (NaN = missing) of its group, itself
 * included; NaN for a zone in no group and for a group without a value.
 */
export function normFor(
  values: Float64Array,
  groups: Groups,
  centre: 'group-mean' | 'group-median',
): Float64Array {
  const norms = new Float64Array(values.length).fill(NaN)
  for (const zones of membersOf(groups).values()) {
    const own = Float64Array.from(zones, (zone) => at(values, zone))
    const norm = (centre === 'group-mean' ? mean(own) : median(own)) ?? NaN
    for (const zone of zones) norms[zone] = norm
  }
  return norms
}
