import {
  methodId,
  NORMALISATIONS,
  type CompositeMethod,
  type GapRule,
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
  const criteria = plainCriteria(method)
  const normalise = plainNormalise(method.normalise ?? { kind: 'min-max' })
  const missing = plainGaps(method.gaps ?? 'exclude')
  if (!criteria || !normalise || !missing || hasMore(method)) return null
  return { criteria, normalise, aggregate: 'arithmetic', missing }
}

const plainGaps = (rule: GapRule) => (rule === 'exclude' || rule === 'reweight' ? rule : null)

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

function hasMore(method: CompositeMethod): boolean {
  const { screen, treat, grade, first, weigh = 'given', aggregate } = method
  if (weigh !== 'given' || (aggregate && aggregate.kind !== 'arithmetic')) return true
  return Boolean(screen) || Boolean(treat) || Boolean(grade) || first === 'impute'
}
