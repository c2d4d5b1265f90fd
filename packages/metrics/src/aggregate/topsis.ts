import { at, isFlat, spanOf } from '../statistics/array.ts'
import { normaliseColumn } from '../normalise/normalise.ts'
import type { NormaliseFault } from '../normalise/rule.ts'

/** The scales on which TOPSIS may measure distances; the first is that of the textbook. */
export const TOPSIS_SCALES = ['vector', 'min-max', 'max', 'sum', 'linear'] as const

/** One of {@link TOPSIS_SCALES}. */
export type TopsisScale = (typeof TOPSIS_SCALES)[number]

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

/** Squared distances to the best and the worst value of each criterion before it is weighed; null = dropped. */
export interface IdealDistances {
  readonly size: number
  readonly criteria: readonly (Distances | null)[]
}

interface Distances {
  readonly toBest: Float64Array
  readonly toWorst: Float64Array
}

/** Values that a scale is not defined for, and the criterion that has them. */
export type TopsisFault = NormaliseFault & { readonly criterion: number }

/**
 * TOPSIS: how near a unit is to the best values seen and how far from the worst. Columns are divided by
 * their Euclidean norm (the textbook) or put on another scale, which can name another winner: say which;
 * on `sum` and `linear` less is turned into more by 1 ÷ x. A column of zeros is dropped and named, with
 * min–max one that is constant. A fault where the scale is not defined for the values. Hwang & Yoon, 1981.
 */
export function topsis(from: TopsisInput, normalise: TopsisScale = 'vector'): Topsis | TopsisFault {
  const distances = idealDistances(from, normalise)
  if ('error' in distances) return distances
  const closeness = new Float64Array(distances.size)
  closenessInto(distances, from.weights, closeness)
  const dropped = [...from.columns.keys()].filter((j) => distances.criteria[j] === null)
  return { closeness, dropped }
}

/** What of TOPSIS does not depend on the weights. */
export function idealDistances(
  { columns, signs }: Omit<TopsisInput, 'weights'>,
  normalise: TopsisScale = 'vector',
): IdealDistances | TopsisFault {
  const gaps = gapsOf(columns)
  const criteria: (Distances | null)[] = []
  for (const [criterion, raw] of columns.entries()) {
    const whole = raw.map((value, i) => (gaps[i] === 1 ? NaN : value))
    const column = scaled({ values: whole, sign: signs[criterion] ?? 1 }, normalise)
    if (column !== null && 'error' in column) return { ...column, criterion }
    criteria.push(column && distancesOf(column))
  }
  return { size: columns[0]?.length ?? 0, criteria }
}

function distancesOf({ values, sign }: Scaled): Distances {
  const { min, max } = spanOf(values)
  const [best, worst] = sign === -1 ? [min, max] : [max, min]
  return {
    toBest: values.map((value) => (value - best) ** 2),
    toWorst: values.map((value) => (value - worst) ** 2),
  }
}

/** Writes the closeness of each unit under weights. */
export function closenessInto(
  { criteria, size }: IdealDistances,
  weights: ArrayLike<number>,
  closeness: Float64Array,
): void {
  const near = new Float64Array(size)
  const far = new Float64Array(size)
  criteria.forEach((criterion, j) => {
    if (!criterion) return
    const squared = at(weights, j) ** 2
    const { toBest, toWorst } = criterion
    for (let i = 0; i < size; i++) {
      near[i] = (near[i] ?? 0) + squared * (toBest[i] ?? 0)
      far[i] = (far[i] ?? 0) + squared * (toWorst[i] ?? 0)
    }
  })
  for (let i = 0; i < size; i++) {
    const [toBest, toWorst] = [Math.sqrt(near[i] ?? 0), Math.sqrt(far[i] ?? 0)]
    closeness[i] = toBest + toWorst > 0 ? toWorst / (toBest + toWorst) : NaN
  }
}

// A unit with a gap takes no part, so it must not set the ideal either.
function gapsOf(columns: readonly Float64Array[]): Uint8Array {
  const gaps = new Uint8Array(columns[0]?.length ?? 0)
  for (const column of columns) {
    for (let i = 0; i < gaps.length; i++) if (Number.isNaN(column[i])) gaps[i] = 1
  }
  return gaps
}

interface Scaled {
  readonly values: Float64Array
  readonly sign: 1 | -1
}

function scaled({ values, sign }: Scaled, scale: TopsisScale): Scaled | NormaliseFault | null {
  const { min, max } = spanOf(values)
  const largest = Math.max(Math.abs(min), Math.abs(max))
  if (largest === 0 || (scale === 'min-max' && isFlat({ min, max }))) return null
  if (scale === 'vector') return { values: byNorm(values, largest), sign }
  if (scale === 'min-max') {
    const unit = normaliseColumn({ values, sign: 1 }, { kind: 'min-max', to: [0, 1] })
    return 'error' in unit ? unit : { values: unit.values, sign }
  }
  // On these scales less has been turned into more.
  const shares = normaliseColumn({ values, sign }, { kind: scale })
  return 'error' in shares ? shares : { values: shares.values, sign: 1 }
}

function byNorm(values: Float64Array, largest: number): Float64Array {
  let squares = 0
  for (const value of values) if (!Number.isNaN(value)) squares += (value / largest) ** 2
  return values.map((value) => value / largest / Math.sqrt(squares))
}
