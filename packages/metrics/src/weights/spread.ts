import { at, isFlat, mapPresent, spanOf, sumOf } from '../statistics/array.ts'
import { correlate } from '../statistics/correlation.ts'
import { sampleDeviation } from '../statistics/moments.ts'

/** Criteria over the same units, none with a gap; `signs` say whether more (1) or less (−1) is good. */
export interface Weighable {
  readonly columns: readonly Float64Array[]
  readonly signs: readonly (1 | -1)[]
}

/**
 * Weights that sum to 1. `flat` names the criteria in which all are equal (weight 0); `equal` says that
 * no criterion discriminates, or there is one unit, so that all weigh the same; `input` what was weighed.
 */
export interface DataWeights {
  readonly weights: Float64Array
  readonly flat: readonly number[]
  readonly equal: boolean
  readonly input: 'raw' | 'min-max'
}

/** Why weights cannot be computed from the data. */
export interface DataWeightFault {
  readonly error:
    | 'no-criteria'
    | 'missing-values'
    | 'negative-values'
    | 'not-positive'
    | 'too-few-units'
    | 'no-variance'
  /** The criterion at fault. */
  readonly criterion?: number
}

/** What keeps columns from being weighed: none of them, or a gap in one. */
export function weighFault({ columns }: Weighable): DataWeightFault | null {
  if (columns.length === 0) return { error: 'no-criteria' }
  const gap = columns.findIndex((column) => column.some((value) => !Number.isFinite(value)))
  return gap < 0 ? null : { error: 'missing-values', criterion: gap }
}

/** Each column between 0 (worst) and 1 (best); 0 where all are equal. */
export function unitColumns({ columns, signs }: Weighable): Float64Array[] {
  return columns.map((column, j) => {
    const { min, max } = spanOf(column)
    if (isFlat({ min, max })) return column.map(() => 0)
    return mapPresent(column, (x) => (signs[j] === -1 ? max - x : x - min) / (max - min))
  })
}

/** Importances as weights: equal ones where all are 0. */
export function dataWeights(
  importance: readonly number[],
  { columns }: Weighable,
  input: DataWeights['input'],
): DataWeights {
  const total = sumOf(importance)
  const equal = !(total > 0)
  const flat = columns.flatMap((column, j) => (isFlat(spanOf(column)) ? [j] : []))
  // Where no criterion stands out, those that vary share the weight, or all if none does.
  const sharing = flat.length < columns.length ? columns.length - flat.length : columns.length
  const weights = Float64Array.from(importance, (x, j) => {
    if (!equal) return x / total
    return sharing < columns.length && flat.includes(j) ? 0 : 1 / sharing
  })
  return { weights, flat, equal, input }
}

/**
 * Entropy weights: the more unevenly a criterion is shared out, the more it weighs. Taken from the raw
 * values where all are ≥ 0 and more is good throughout, else from min–max on 0–1; `input: 'raw'`
 * asked for with negative values is refused. Shannon, 1948; Hwang & Yoon, 1981.
 */
export function entropyWeights(
  from: Weighable,
  input: DataWeights['input'] | 'auto' = 'auto',
): DataWeights | DataWeightFault {
  const fault = weighFault(from)
  if (fault) return fault
  const negative = from.columns.findIndex((column) => column.some((x) => x < 0))
  if (input === 'raw' && negative >= 0) return { error: 'negative-values', criterion: negative }
  const raw = input === 'auto' ? negative < 0 && from.signs.every((s) => s === 1) : input === 'raw'
  const columns = raw ? from.columns : unitColumns(from)
  const divergence = columns.map((column) => {
    if (isFlat(spanOf(column))) return 0
    return Math.max(0, 1 - entropy(column))
  })
  return dataWeights(divergence, from, raw ? 'raw' : 'min-max')
}

function entropy(column: Float64Array): number {
  const total = sumOf(column)
  if (column.length < 2 || total === 0) return 1
  const terms = column.map((x) => (x > 0 ? (x / total) * Math.log(x / total) : 0))
  return -sumOf(terms) / Math.log(column.length)
}

/**
 * CRITIC weights: the sample deviation on min–max, times how little a criterion agrees with the others
 * (Σ 1 − r). A criterion in which all are equal weighs 0 and counts for no other. Diakoulaki et al., 1995.
 */
export function criticWeights(from: Weighable): DataWeights | DataWeightFault {
  const fault = weighFault(from)
  if (fault) return fault
  const columns = unitColumns(from)
  const importance = columns.map((column, j) => {
    const conflict = columns.map((other, l) => {
      const r = l === j ? 1 : correlate(column, other)
      return r === null ? 0 : 1 - r
    })
    return (sampleDeviation(column) ?? 0) * sumOf(conflict)
  })
  return dataWeights(importance, from, 'min-max')
}

/**
 * Weights by the sample deviation on min–max, or of the raw values, where a larger unit weighs less.
 * Jahan & Edwards, 2013.
 */
export function deviationWeights(
  from: Weighable,
  input: DataWeights['input'] = 'min-max',
): DataWeights | DataWeightFault {
  const fault = weighFault(from)
  if (fault) return fault
  const columns = input === 'raw' ? from.columns : unitColumns(from)
  const importance = columns.map((column) => {
    return isFlat(spanOf(column)) ? 0 : (sampleDeviation(column) ?? 0)
  })
  return dataWeights(importance, from, input)
}

/**
 * MEREC weights: how much the overall performance of the units changes when a criterion is taken away.
 * All values must be above 0. Keshavarz-Ghorabaee et al., 2021.
 */
export function merecWeights(from: Weighable): DataWeights | DataWeightFault {
  const fault = weighFault(from)
  if (fault) return fault
  const bad = from.columns.findIndex((column) => column.some((x) => x <= 0))
  if (bad >= 0) return { error: 'not-positive', criterion: bad }
  const logs = from.columns.map((column, j) => {
    const { min, max } = spanOf(column)
    return column.map((x) => Math.abs(Math.log(from.signs[j] === -1 ? x / max : min / x)))
  })
  const k = logs.length
  const totals = Float64Array.from(logs[0] ?? [], (_, i) => sumOf(logs.map((log) => at(log, i))))
  const importance = logs.map((log) => {
    const effects = totals.map((total, i) => {
      return Math.abs(Math.log1p((total - at(log, i)) / k) - Math.log1p(total / k))
    })
    return sumOf(effects)
  })
  return dataWeights(importance, from, 'raw')
}
