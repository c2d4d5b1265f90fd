import { at } from '../frontier/entries.ts'

/**
 * Ordinary least squares with a constant. `inflation[k]` is the variance inflation factor of regressor
 * k (above 10, it nearly follows from the others); `variance` is that of the residuals with n − k − 1
 * degrees of freedom.
 */
export interface Regression {
  readonly constant: number
  readonly slopes: Float64Array
  readonly residuals: Float64Array
  readonly variance: number
  readonly determination: number
  readonly inflation: Float64Array
}

// A regressor of which less than this share is its own follows from those before it.
const DEPENDENT = 1e-8

/**
 * Regresses y on the columns of x by QR decomposition (modified Gram–Schmidt of the centred, scaled
 * columns, each made orthogonal twice). Null if a column is constant or follows from the others.
 *
 * Björck 1967.
 */
export function leastSquares(y: Float64Array, x: readonly Float64Array[]): Regression | null {
  const centre = meanOf(y)
  const centred = x.map((column) => shifted(column, -meanOf(column)))
  const lengths = centred.map(lengthOf)
  const basis = centred.map((column, k) => column.map((value) => value / (lengths[k] ?? 1)))
  const factor = orthogonalise(basis)
  if (factor === null) return null
  const inverse = invertUpper(factor)
  const target = shifted(y, -centre)
  const along = Float64Array.from(basis, (column) => dot(column, target))
  const slopes = Float64Array.from(inverse, (row, k) => dot(row, along) / (lengths[k] ?? 1))
  const constant = centre - x.reduce((sum, column, k) => sum + at(slopes, k) * meanOf(column), 0)
  const residuals = y.map((value, i) =>
    x.reduce((left, column, k) => left - at(slopes, k) * at(column, i), value - constant),
  )
  const squares = dot(residuals, residuals)
  return {
    constant,
    slopes,
    residuals,
    variance: squares / (y.length - x.length - 1),
    determination: 1 - squares / dot(target, target),
    inflation: Float64Array.from(inverse, (row) => dot(row, row)),
  }
}

// Makes the columns orthonormal in place; gives the upper triangle R, row after row.
function orthogonalise(columns: readonly Float64Array[]): Float64Array[] | null {
  const factor = columns.map(() => new Float64Array(columns.length))
  for (const [k, column] of columns.entries()) {
    for (const j of [...columns.keys(), ...columns.keys()].filter((other) => other < k)) {
      const share = removeShare(column, columns[j] ?? column)
      add(factor[j], k, share)
    }
    const length = lengthOf(column)
    if (!(length > DEPENDENT)) return null
    column.forEach((value, i) => (column[i] = value / length))
    add(factor[k], k, length)
  }
  return factor
}

function removeShare(column: Float64Array, other: Float64Array): number {
  const share = dot(other, column)
  column.forEach((value, i) => (column[i] = value - share * at(other, i)))
  return share
}

function add(row: Float64Array | undefined, k: number, value: number): void {
  if (row) row[k] = at(row, k) + value
}

// Back substitution of the unit columns; rows of the inverse.
function invertUpper(factor: readonly Float64Array[]): Float64Array[] {
  const inverse = factor.map((row) => new Float64Array(row.length))
  for (const [k, row] of [...factor.entries()].reverse()) {
    for (let c = k; c < row.length; c++) {
      let value = c === k ? 1 : 0
      inverse.forEach((solved, j) => {
        if (j > k) value -= at(row, j) * at(solved, c)
      })
      add(inverse[k], c, value / at(row, k))
    }
  }
  return inverse
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function shifted(values: Float64Array, by: number): Float64Array {
  return values.map((value) => value + by)
}

function lengthOf(values: Float64Array): number {
  return Math.sqrt(dot(values, values))
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * at(b, i), 0)
}
