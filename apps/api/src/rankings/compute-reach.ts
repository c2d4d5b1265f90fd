import { composite, whatItTakes, type CompositeMethod, type Wish } from '@permu/metrics'
import { inputOf, type PlainInput } from './input.ts'

export interface ReachAsk {
  readonly input: PlainInput
  readonly method: CompositeMethod
  readonly wish: Wish
}

/** What it takes to lift a zone, and the ranking as it is. */
export function computeReach({ input: plain, method, wish }: ReachAsk) {
  const input = inputOf(plain)
  const result = composite(input, method)
  if ('error' in result) return { result, reach: null }
  return { result, reach: whatItTakes(input, method, wish) }
}
