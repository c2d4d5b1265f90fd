import { at } from './array.ts'

/** A square matrix, row after row. */
export interface Square {
  readonly size: number
  readonly values: Float64Array
}

/** Eigenvalues, the largest first, and the unit eigenvector of each. */
export interface Eigen {
  readonly values: Float64Array
  readonly vectors: readonly Float64Array[]
}

const SWEEPS = 100

/** The eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's rotations. */
export function symmetricEigen({ size, values }: Square): Eigen {
  const matrix = values.slice()
  const vectors = Float64Array.from(values, (_, i) => (i % (size + 1) === 0 ? 1 : 0))
  for (let sweep = 0; sweep < SWEEPS && offDiagonal(matrix, size) > 1e-30; sweep++) {
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) rotate({ matrix, vectors, size }, p, q)
    }
  }
  const order = [...Array(size).keys()].sort((a, b) => diagonal(matrix, b) - diagonal(matrix, a))
  function diagonal(of: Float64Array, i: number): number {
    return at(of, i * size + i)
  }
  return {
    values: Float64Array.from(order, (i) => diagonal(matrix, i)),
    vectors: order.map((i) =>
      Float64Array.from({ length: size }, (_, row) => at(vectors, row * size + i)),
    ),
  }
}

interface Rotated {
  readonly matrix: Float64Array
  readonly vectors: Float64Array
  readonly size: number
}

function rotate({ matrix, vectors, size }: Rotated, p: number, q: number): void {
  const apart = at(matrix, p * size + q)
  if (apart === 0) return
  const theta = (at(matrix, q * size + q) - at(matrix, p * size + p)) / (2 * apart)
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const c = 1 / Math.sqrt(t * t + 1)
  const turn = { c, s: t * c }
  for (let i = 0; i < size; i++) turnPair(matrix, [i * size + p, i * size + q], turn)
  for (let i = 0; i < size; i++) turnPair(matrix, [p * size + i, q * size + i], turn)
  for (let i = 0; i < size; i++) turnPair(vectors, [i * size + p, i * size + q], turn)
}

function turnPair(
  values: Float64Array,
  [a, b]: readonly [number, number],
  { c, s }: { readonly c: number; readonly s: number },
): void {
  const [x, y] = [at(values, a), at(values, b)]
  values[a] = c * x - s * y
  values[b] = s * x + c * y
}

function offDiagonal(matrix: Float64Array, size: number): number {
  let total = 0
  for (let i = 0; i < matrix.length; i++) {
    if (i % (size + 1) !== 0) total += at(matrix, i) ** 2
  }
  return total
}

/** The largest eigenvalue of a positive matrix and its eigenvector, which sums to 1, by repeated multiplication. */
export function principalEigen({ size, values }: Square): { value: number; vector: Float64Array } {
  let vector = new Float64Array(size).fill(1 / size)
  let value = 0
  for (let step = 0; step < 1000; step++) {
    const next = Float64Array.from({ length: size }, (_, row) => {
      let total = 0
      for (let i = 0; i < size; i++) total += at(values, row * size + i) * at(vector, i)
      return total
    })
    value = next.reduce((sum, x) => sum + x, 0)
    const scaled = next.map((x) => x / value)
    const change = scaled.reduce((most, x, i) => Math.max(most, Math.abs(x - at(vector, i))), 0)
    vector = scaled
    if (change < 1e-15) break
  }
  return { value, vector }
}
