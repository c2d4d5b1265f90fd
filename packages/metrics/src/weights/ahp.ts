import { at } from '../statistics/array.ts'
import { principalEigen } from '../statistics/eigen.ts'

/** Weights from pairwise judgements; `ratio` above 0.1 means that the judgements contradict each other. */
export interface Ahp {
  readonly weights: Float64Array
  readonly lambda: number
  readonly index: number
  readonly ratio: number
  readonly consistent: boolean
}

/** Why judgements give no weights; `row` and `column` name the first cell at fault. */
export interface AhpFault {
  readonly error: 'not-square' | 'too-large' | 'judgement-missing' | 'not-reciprocal'
  readonly row?: number
  readonly column?: number
}

// Saaty, 1980: the index of random judgements, from three criteria on.
const RANDOM_INDEX = [0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49]
const RECIPROCAL = 1e-6

/**
 * The principal eigenvector of a matrix of judgements (cell [a][b]: how many times as important a is
 * as b; null = not judged), with Saaty's consistency ratio. A fault where a judgement is missing or
 * not positive, where [b][a] is not 1 ÷ [a][b], or beyond ten criteria. Saaty, 1980.
 */
export function ahpWeights(judgements: Judgements): Ahp | AhpFault {
  const size = judgements.length
  const fault = judgementFault(judgements)
  if (fault) return fault
  const values = Float64Array.from(judgements.flat(), (x) => x ?? NaN)
  const { value: lambda, vector: weights } = principalEigen({ size, values })
  if (size < 3) return { weights, lambda: size, index: 0, ratio: 0, consistent: true }
  const index = (lambda - size) / (size - 1)
  const ratio = index / at(RANDOM_INDEX, size - 3)
  return { weights, lambda, index, ratio, consistent: ratio <= 0.1 }
}

type Judgements = readonly (readonly (number | null)[])[]

function judgementFault(judgements: Judgements): AhpFault | null {
  const size = judgements.length
  if (size === 0 || judgements.some((row) => row.length !== size)) return { error: 'not-square' }
  if (size > RANDOM_INDEX.length + 2) return { error: 'too-large' }
  for (let cell = 0; cell < size * size; cell++) {
    const [row, column] = [Math.floor(cell / size), cell % size]
    const error = cellFault(judgements, row, column)
    if (error) return { error, row, column }
  }
  return null
}

function cellFault(judgements: Judgements, row: number, column: number): AhpFault['error'] | null {
  const [there, back] = [judgements[row]?.[column] ?? NaN, judgements[column]?.[row] ?? NaN]
  if (!(there > 0 && Number.isFinite(there))) return 'judgement-missing'
  return back > 0 && Math.abs(there * back - 1) > RECIPROCAL ? 'not-reciprocal' : null
}
