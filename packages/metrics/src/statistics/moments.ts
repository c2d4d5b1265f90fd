import { isFlat, presentOf, spanOf, sumOf } from './array.ts'

/** The arithmetic mean of the numbers that are there (NaN = missing); null of none. */
export function mean(values: Float64Array): number | null {
  const present = presentOf(values)
  return present.length === 0 ? null : sumOf(present) / present.length
}

/** The sample standard deviation (n − 1) of the numbers that are there; null of fewer than two. */
export function sampleDeviation(values: Float64Array): number | null {
  const present = presentOf(values)
  const n = present.length
  if (n < 2) return null
  return Math.sqrt(centralSum(present, 2) / (n - 1))
}

/**
 * Adjusted Fisher–Pearson skewness G1 of the numbers that are there; null of fewer than three, and
 * where all are equal. Joanes & Gill, 1998.
 */
export function skewness(values: Float64Array): number | null {
  const present = presentOf(values)
  const n = present.length
  if (n < 3 || isFlat(spanOf(present))) return null
  const g1 = (Math.sqrt(n) * centralSum(present, 3)) / centralSum(present, 2) ** 1.5
  return (g1 * Math.sqrt(n * (n - 1))) / (n - 2)
}

/**
 * Adjusted excess kurtosis G2 of the numbers that are there; null of fewer than four, and where all
 * are equal. Joanes & Gill, 1998.
 */
export function kurtosis(values: Float64Array): number | null {
  const present = presentOf(values)
  const n = present.length
  if (n < 4 || isFlat(spanOf(present))) return null
  const g2 = (n * centralSum(present, 4)) / centralSum(present, 2) ** 2 - 3
  return (((n + 1) * g2 + 6) * (n - 1)) / ((n - 2) * (n - 3))
}

function centralSum(present: Float64Array, power: number): number {
  const centre = sumOf(present) / present.length
  let total = 0
  for (const value of present) total += (value - centre) ** power
  return total
}
