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

/**
 * The index of random judgements, from three criteria to fifteen: Saaty, 1980; Alonso & Lamata, 2006;
 * the table of Saaty’s later books; and that of Chinese textbooks.
 */
export const RANDOM_INDICES = {
  'saaty-1980': [0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59],
  'alonso-lamata-2006': [
    0.5245, 0.8815, 1.1086, 1.2479, 1.3417, 1.4056, 1.4499, 1.4854, 1.5141, 1.5365, 1.5551, 1.5713,
    1.5838,
  ],
  'saaty-later': [0.52, 0.89, 1.11, 1.25, 1.35, 1.4, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59],
  'chinese-textbooks': [
    0.52, 0.89, 1.12, 1.26, 1.36, 1.41, 1.46, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59,
  ],
} as const

/** One of {@link RANDOM_INDICES}. */
export type RandomIndex = keyof typeof RANDOM_INDICES

const MOST_CRITERIA = 15
// Printed matrices give reciprocals in two decimals: 0.33 stands for 1 ÷ 3.
const RECIPROCAL = 0.005 + 1e-9

/**
 * The principal eigenvector of a matrix of judgements (cell [a][b]: how many times as important a is
 * as b; null = not judged), with Saaty's consistency ratio. A fault where a judgement is missing or
 * not positive, where [b][a] is not 1 ÷ [a][b], or beyond fifteen criteria. Of a pair the number above 1
 * counts; the other may be its reciprocal rounded to two decimals. Saaty, 1980.
 */
export function ahpWeights(
  judgements: Judgements,
  random: RandomIndex = 'saaty-1980',
): Ahp | AhpFault {
  const size = judgements.length
  const fault = judgementFault(judgements)
  if (fault) return fault
  const values = Float64Array.from(
    judgements.flatMap((row, a) => row.map((_, b) => judged(judgements, a, b))),
  )
  const { value: lambda, vector: weights } = principalEigen({ size, values })
  if (size < 3) return { weights, lambda: size, index: 0, ratio: 0, consistent: true }
  const index = (lambda - size) / (size - 1)
  const ratio = index / (RANDOM_INDICES[random][size - 3] ?? NaN)
  return { weights, lambda, index, ratio, consistent: ratio <= 0.1 }
}

type Judgements = readonly (readonly (number | null)[])[]

function judgementFault(judgements: Judgements): AhpFault | null {
  const size = judgements.length
  if (size === 0 || judgements.some((row) => row.length !== size)) return { error: 'not-square' }
  if (size > MOST_CRITERIA) return { error: 'too-large' }
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
  const [least, most] = [Math.min(there, back), Math.max(there, back)]
  return back > 0 && Math.abs(least - 1 / most) > RECIPROCAL ? 'not-reciprocal' : null
}

function judged(judgements: Judgements, row: number, column: number): number {
  const [there, back] = [judgements[row]?.[column] ?? NaN, judgements[column]?.[row] ?? NaN]
  return there < back ? 1 / back : there
}
