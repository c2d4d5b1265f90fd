import { NORMALISATIONS } from '../compare/normalise.ts'
import type { Method, MethodCriterion } from '../method.ts'
import type { NormaliseRule } from '../normalise/rule.ts'
import { isLeaf, type CompositeMethod } from './method.ts'

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

/** The plain form of a composite method, whose id is older; null where it says more than a plain one can. */
export function plainOf(method: CompositeMethod): Method | null {
  const { normalise: rule = { kind: 'min-max' }, gaps = 'exclude' } = method
  const criteria = plainCriteria(method)
  const normalise = plainNormalise(rule)
  const missing = gaps === 'exclude' || gaps === 'reweight' ? gaps : null
  if (!criteria || !normalise || !missing || hasMore(method)) return null
  return { criteria, normalise, aggregate: 'arithmetic', missing }
}

function plainCriteria({ of }: CompositeMethod): MethodCriterion[] | null {
  const plain = of.flatMap((node) => {
    if (!isLeaf(node) || node.normalise || node.gaps || node.unit !== undefined) return []
    const { indicator, weight, better } = node
    return [{ indicator, weight, better }]
  })
  return plain.length === of.length ? plain : null
}

// The scores of `vector` differ, and a plain rule has the usual figures.
function plainNormalise(rule: NormaliseRule): Method['normalise'] | null {
  if (rule.kind === 'vector' || !hasUsualFigures(rule)) return null
  return NORMALISATIONS.find((name) => name === rule.kind) ?? null
}

function hasUsualFigures(rule: NormaliseRule): boolean {
  if (rule.kind === 'z-score') return (rule.mean ?? 0) === 0 && (rule.deviation ?? 1) === 1
  const [worst, best] = ('to' in rule && rule.to) || [0, 100]
  return worst === 0 && best === 100
}

function hasMore(method: CompositeMethod): boolean {
  const { screen, treat, grade, first, weigh = 'given', aggregate } = method
  if (weigh !== 'given' || (aggregate && aggregate.kind !== 'arithmetic')) return true
  return Boolean(screen) || Boolean(treat) || Boolean(grade) || first === 'impute'
}
