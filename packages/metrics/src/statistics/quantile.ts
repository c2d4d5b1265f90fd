import { at, presentOf } from './array.ts'

/**
 * The quantile at `p` (0–1) of the numbers that are there (NaN = missing); null of none. Type 7 (the
 * default of R) or 6 of Hyndman & Fan, 1996.
 */
export function quantile(values: ArrayLike<number>, p: number, type: 6 | 7 = 7): number | null {
  return sortedQuantile(presentOf(values).sort(), p, type)
}

/** The same of numbers that are sorted upwards and none of which is missing. */
export function sortedQuantile(
  sorted: ArrayLike<number>,
  p: number,
  type: 6 | 7 = 7,
): number | null {
  const n = sorted.length
  if (n === 0) return null
  const place = type === 7 ? (n - 1) * p : (n + 1) * p - 1
  const held = Math.min(Math.max(place, 0), n - 1)
  const low = Math.floor(held)
  const lower = at(sorted, low)
  return low + 1 < n ? lower + (held - low) * (at(sorted, low + 1) - lower) : lower
}

/** The median of the numbers that are there; null of none. */
export function median(values: ArrayLike<number>): number | null {
  return quantile(values, 0.5)
}
