/** Number `i` of an array; NaN outside it. */
export function at(values: ArrayLike<number>, i: number): number {
  return values[i] ?? NaN
}

/** The numbers that are there, in order: NaN stands for a missing one. */
export function presentOf(values: ArrayLike<number>): Float64Array {
  const present = new Float64Array(values.length)
  let count = 0
  for (let i = 0; i < values.length; i++) {
    const value = at(values, i)
    if (!Number.isNaN(value)) present[count++] = value
  }
  return present.subarray(0, count)
}

/** Each number changed; NaN stays NaN. */
export function mapPresent(
  values: Float64Array,
  change: (value: number, i: number) => number,
): Float64Array {
  return values.map((value, i) => (Number.isNaN(value) ? NaN : change(value, i)))
}

/** The least and the greatest number and how many there are; 0, 0, 0 of none. */
export function spanOf(values: Float64Array): { min: number; max: number; count: number } {
  let min = Infinity
  let max = -Infinity
  let count = 0
  for (const value of values) {
    if (Number.isNaN(value)) continue
    if (value < min) min = value
    if (value > max) max = value
    count++
  }
  return count === 0 ? { min: 0, max: 0, count } : { min, max, count }
}

// Values that differ by rounding of the last digits only are equal: min–max would spread them over 0–1.
const ROUNDING = 1e-12

/** Whether all numbers are equal but for the rounding of their last digits. */
export function isFlat({ min, max }: { readonly min: number; readonly max: number }): boolean {
  return max - min <= ROUNDING * Math.max(Math.abs(min), Math.abs(max))
}

/** The sum of the numbers that are there. */
export function sumOf(values: ArrayLike<number>): number {
  let total = 0
  for (let i = 0; i < values.length; i++) {
    const value = at(values, i)
    if (!Number.isNaN(value)) total += value
  }
  return total
}
