import { at, isFlat, spanOf } from '../statistics/array.ts'
import { correlate } from '../statistics/correlation.ts'
import { symmetricEigen } from '../statistics/eigen.ts'
import { weighFault, type DataWeightFault, type Weighable } from './spread.ts'

/**
 * Principal components of the correlation matrix, the first one first. `loadings[c][j]` belongs to
 * component c and criterion j, its sign such that they sum to more than 0; `shares` of the variance
 * sum to 1; `kaiser` is how many components have a variance above 1.
 */
export interface Components {
  readonly loadings: readonly Float64Array[]
  readonly variances: Float64Array
  readonly shares: Float64Array
  readonly kaiser: number
}

/** Weights from the first component; `negative` names criteria that load on it the wrong way round. */
export interface PcaWeights extends Components {
  readonly weights: Float64Array
  readonly negative: readonly number[]
}

/**
 * Principal components of criteria, less being turned into more. A fault where a value is missing,
 * there are fewer than three units, or a criterion does not vary. Jolliffe, 2002.
 */
export function principalComponents(from: Weighable): Components | DataWeightFault {
  const fault = weighFault(from)
  if (fault) return fault
  const size = from.columns.length
  if ((from.columns[0]?.length ?? 0) < 3) return { error: 'too-few-units' }
  const flat = from.columns.findIndex((column) => isFlat(spanOf(column)))
  if (flat >= 0) return { error: 'no-variance', criterion: flat }
  const turned = from.columns.map((column, j) => column.map((x) => (from.signs[j] ?? 1) * x))
  const values = Float64Array.from(turned.flatMap((a) => turned.map((b) => correlate(a, b) ?? 0)))
  const { values: variances, vectors } = symmetricEigen({ size, values })
  return {
    loadings: vectors.map(withSign),
    variances,
    shares: variances.map((variance) => variance / size),
    kaiser: variances.filter((variance) => variance > 1).length,
  }
}

/**
 * Weights in proportion to the absolute loadings on the first component; criteria that load on it
 * negatively are named, for such weights are hard to justify. Faults as {@link principalComponents}.
 */
export function pcaWeights(from: Weighable): PcaWeights | DataWeightFault {
  const components = principalComponents(from)
  if ('error' in components) return components
  const first = components.loadings[0] ?? new Float64Array()
  const total = first.reduce((sum, x) => sum + Math.abs(x), 0)
  const negative = [...first.keys()].filter((j) => at(first, j) < 0)
  return { ...components, weights: first.map((x) => Math.abs(x) / total), negative }
}

function withSign(vector: Float64Array): Float64Array {
  return vector.reduce((sum, x) => sum + x, 0) < 0 ? vector.map((x) => -x) : vector
}
