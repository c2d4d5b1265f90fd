import type { Method } from '../method.ts'
import type { NormaliseRule } from '../normalise/rule.ts'
import type { CompositeMethod } from './method.ts'

const RULES: Readonly<Record<Method['normalise'], NormaliseRule>> = {
  'min-max': { kind: 'min-max' },
  percentile: { kind: 'percentile' },
  'z-score': { kind: 'z-score' },
  rank: { kind: 'rank' },
  vector: { kind: 'vector' },
}

/** A plain method as a composite one: the same ranks; the scores of `vector` run to 1 and not to 100. */
export function compositeOf({ criteria, normalise, missing }: Method): CompositeMethod {
  return { version: 1, of: criteria, normalise: RULES[normalise], gaps: missing }
}
