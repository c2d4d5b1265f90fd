import { at } from './array.ts'
import { randomOf } from './random.ts'

// Joe & Kuo, 2008 (new-joe-kuo-6): degree, coefficients and first direction numbers of dimensions 2–16.
const DIRECTIONS: readonly (readonly [degree: number, a: number, ...m: number[]])[] = [
  [1, 0, 1],
  [2, 1, 1, 3],
  [3, 1, 1, 3, 1],
  [3, 2, 1, 1, 1],
  [4, 1, 1, 1, 3, 3],
  [4, 4, 1, 3, 5, 13],
  [5, 2, 1, 1, 5, 5, 17],
  [5, 4, 1, 1, 5, 5, 5],
  [5, 7, 1, 1, 7, 11, 19],
  [5, 11, 1, 1, 5, 1, 1],
  [5, 13, 1, 1, 1, 3, 11],
  [5, 14, 1, 3, 5, 5, 31],
  [6, 1, 1, 3, 3, 9, 7, 49],
  [6, 13, 1, 1, 1, 15, 21, 21],
  [6, 16, 1, 3, 1, 13, 27, 49],
]

/** How many dimensions {@link sobolPoints} has. */
export const SOBOL_DIMENSIONS = DIRECTIONS.length + 1

const BITS = 32

/**
 * `count` points (best a power of two) of the Sobol sequence in up to {@link SOBOL_DIMENSIONS}
 * dimensions, point after point, each coordinate between 0 and 1 and shifted at random by `seed`.
 */
export function sobolPoints(count: number, dimensions: number, seed: number): Float64Array {
  const random = randomOf(seed)
  const points = new Float64Array(count * dimensions)
  for (let d = 0; d < dimensions; d++) {
    const directions = directionsOf(d)
    const shift = random.bits()
    let code = 0
    for (let i = 0; i < count; i++) {
      if (i > 0) code ^= at(directions, lowestZero(i - 1))
      points[i * dimensions + d] = (((code ^ shift) >>> 0) + 0.5) / 2 ** BITS
    }
  }
  return points
}

function directionsOf(dimension: number): Uint32Array {
  const v = new Uint32Array(BITS)
  const row = DIRECTIONS[dimension - 1]
  if (!row) return v.map((_, i) => 2 ** (BITS - 1 - i))
  const [degree, a, ...m] = row
  for (let i = 0; i < BITS; i++) {
    v[i] = i < degree ? at(m, i) * 2 ** (BITS - 1 - i) : recurrence(v, i, { degree, a })
  }
  return v
}

function recurrence(
  v: Uint32Array,
  i: number,
  { degree, a }: { readonly degree: number; readonly a: number },
): number {
  let value = at(v, i - degree) ^ (at(v, i - degree) >>> degree)
  for (let k = 1; k < degree; k++) {
    if ((a >>> (degree - 1 - k)) & 1) value ^= at(v, i - k)
  }
  return value >>> 0
}

function lowestZero(i: number): number {
  return Math.log2(~i & (i + 1))
}
