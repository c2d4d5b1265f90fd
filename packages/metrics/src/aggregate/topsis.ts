import { at, isFlat, spanOf } from '../statistics/array.ts'
import { normaliseColumn } from '../normalise/normalise.ts'

/** Raw criteria over the same units (NaN = missing), whether more (1) or less (−1) is good, and weights. */
export interface TopsisInput {
  readonly columns: readonly Float64Array[]
  readonly signs: readonly (1 | -1)[]
  readonly weights: ArrayLike<number>
}

/** Closeness to the ideal, 0–1 (NaN = a gap, or all units are equal), and the criteria that were dropped. */
export interface Topsis {
  readonly closeness: Float64Array
  readonly dropped: readonly number[]
}

/**
 * TOPSIS: how near a unit is to the best values seen and how far from the worst. Columns are divided by
 * their Euclidean norm (the textbook) or put on min–max, which can name another winner: say which. A
 * column of zeros is dropped and named, with min–max one that is constant. Hwang & Yoon, 1981.
 */
export function topsis(from: TopsisInput, normalise: 'vector' | 'min-max' = 'vector'): Topsis {
  const size = from.columns[0]?.length ?? 0
  const toBest = new Float64Array(size)
  const toWorst = new Float64Array(size)
  const dropped: number[] = []
  from.columns.forEach((raw, j) => {
    const column = scaled(whole(from, raw), normalise)
    if (column === null) {
      dropped.push(j)
      return
    }
    const { min, max } = spanOf(column)
    const [best, worst] = from.signs[j] === -1 ? [min, max] : [max, min]
    for (let i = 0; i < size; i++) {
      toBest[i] = at(toBest, i) + (at(from.weights, j) * (at(column, i) - best)) ** 2
      toWorst[i] = at(toWorst, i) + (at(from.weights, j) * (at(column, i) - worst)) ** 2
    }
  })
  const closeness = toWorst.map((squared, i) => {
    const [near, far] = [Math.sqrt(at(toBest, i)), Math.sqrt(squared)]
    return near + far > 0 ? far / (near + far) : NaN
  })
  return { closeness, dropped }
}

// A unit with a gap takes no part, so it must not set the ideal either.
function whole({ columns }: TopsisInput, column: Float64Array): Float64Array {
  return column.map((value, i) => (columns.some((c) => Number.isNaN(at(c, i))) ? NaN : value))
}

function scaled(column: Float64Array, normalise: 'vector' | 'min-max'): Float64Array | null {
  const { min, max } = spanOf(column)
  const largest = Math.max(Math.abs(min), Math.abs(max))
  if (largest === 0 || (normalise === 'min-max' && isFlat({ min, max }))) return null
  if (normalise === 'min-max') {
    const unit = normaliseColumn({ values: column, sign: 1 }, { kind: 'min-max', to: [0, 1] })
    return 'error' in unit ? null : unit.values
  }
  let squares = 0
  for (const value of column) if (!Number.isNaN(value)) squares += (value / largest) ** 2
  return column.map((value) => value / largest / Math.sqrt(squares))
}
