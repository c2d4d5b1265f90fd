import {
  methodId,
  NORMALISATIONS,
  type CompositeMethod,
  type Method as PlainMethod,
  type MethodCriterion,
  type NormaliseRule,
} from '@permu/metrics'
import type { Draws, Grouping } from '../contract.ts'
import { normaliseText } from './rule-text.ts'

/** The same method always has the same id, whether a list, a preset or JSON asked for it. */
export function rankingId(
  method: CompositeMethod,
  how: { group: Grouping | null; within: boolean; draws: Draws | null },
): string {
  const { group, within, draws } = how
  return [
    methodId(plainMethod(method) ?? method),
    ...(group === null ? [] : [within ? `${group}-within` : group]),
    ...(draws === null
      ? []
      : [`${String(draws.draws)}x${String(draws.seed)}x${String(draws.concentration)}`]),
  ].join('-')
}

/** The plain form of a method that has one: its id is older, and is what exports carry. */
function plainMethod(method: CompositeMethod): PlainMethod | null {
  const { gaps = 'exclude', aggregate, weigh = 'given' } = method
  const criteria = plainCriteria(method)
  const normalise = plainNormalise(method.normalise ?? { kind: 'min-max' })
  if (!criteria || !normalise || hasMore(method) || weigh !== 'given') return null
  if (aggregate && aggregate.kind !== 'arithmetic') return null
  if (gaps !== 'exclude' && gaps !== 'reweight') return null
  return { criteria, normalise, aggregate: 'arithmetic', missing: gaps }
}

function plainCriteria({ of }: CompositeMethod): MethodCriterion[] | null {
  const plain = of.flatMap((node) => {
    if (!('indicator' in node) || node.normalise || node.gaps || node.unit !== undefined) return []
    const { indicator, weight, better } = node
    return [{ indicator, weight, better }]
  })
  return plain.length === of.length ? plain : null
}

function plainNormalise(rule: NormaliseRule) {
  return NORMALISATIONS.find((name) => name === normaliseText(rule) && name !== 'vector') ?? null
}

const hasMore = ({ screen, treat, grade, first }: CompositeMethod) =>
  Boolean(screen) || Boolean(treat) || Boolean(grade) || first === 'impute'
