import { aggregateMeans, isMean } from './aggregate-means.ts'
import type { CompositeMethod } from './method.ts'
import { compositeBy } from './pipeline.ts'
import type { Composite, CompositeFault, CompositeInput } from './result.ts'

/**
 * The same as {@link composite} for weighted means with weights that somebody gave, in a fraction of
 * the code; null for any other method.
 */
export function compositeOfMeans(
  input: CompositeInput,
  method: CompositeMethod,
): Composite | CompositeFault | null {
  const { weigh = 'given', aggregate } = method
  if (weigh !== 'given' && weigh !== 'equal') return null
  if (aggregate && !isMean(aggregate)) return null
  return compositeBy({ weigh: (given) => given, aggregate: aggregateMeans }, input, method)
}
