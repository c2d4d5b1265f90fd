import { methodId, type CompositeMethod, type Method, type NormaliseRule } from '@permu/metrics'
import type { RankState } from './state.ts'

/** The id that the API gives the same question: the method's, what ranks within groups, and how weights are drawn. */
export function rankingId(
  method: CompositeMethod,
  { grouped, draws, seed, concentration }: RankState,
): string {
  const drawn = [draws, seed, concentration].join('x')
  const id = methodId(plainMethod(method) ?? method)
  return [id, ...(grouped ? ['type'] : []), drawn].join('-')
}

/** The plain form of a method that has one: its id is older, and is what exports carry. */
function plainMethod(method: CompositeMethod): Method | null {
  const { of, normalise: rule = { kind: 'min-max' }, gaps = 'exclude' } = method
  const normalise = plainNormalise(rule)
  const missing = gaps === 'exclude' || gaps === 'reweight' ? gaps : null
  const criteria = of.flatMap((node) =>
    'indicator' in node && !node.normalise && !node.gaps && node.unit === undefined ? [node] : [],
  )
  if (!normalise || !missing || hasMore(method) || criteria.length < of.length) return null
  const plain = criteria.map(({ indicator, weight, better }) => ({ indicator, weight, better }))
  return { criteria: plain, normalise, aggregate: 'arithmetic', missing }
}

function plainNormalise(rule: NormaliseRule): Method['normalise'] | null {
  if ('to' in rule && rule.to) return null
  const { kind } = rule
  return kind === 'min-max' || kind === 'percentile' || kind === 'z-score' || kind === 'rank'
    ? kind
    : null
}

function hasMore({ treat, grade, weigh = 'given', aggregate }: CompositeMethod): boolean {
  const summed = !aggregate || aggregate.kind === 'arithmetic'
  return weigh !== 'given' || !summed || treat !== undefined || grade !== undefined
}
