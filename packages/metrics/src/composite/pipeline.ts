import type { Column } from '../column.ts'
import { competitionRanks, rankOrder } from '../compare/competition.ts'
import { gradeZones, type GradeFault, type Grades } from '../grades.ts'
import type { aggregate } from './aggregate.ts'
import type { Aggregated } from './aggregate-means.ts'
import { methodCard, type MethodCard } from './card.ts'
import { givenWeights } from './given-weights.ts'
import { leavesOf, type CompositeMethod } from './method.ts'
import { normaliseLeaves } from './normalise-leaves.ts'
import { prepare, type Leaves, type Prepared } from './prepare.ts'
import type {
  Composite,
  CompositeExclusion,
  CompositeFault,
  CompositeInput,
  WeightsUsed,
} from './result.ts'
import type { weightsInUse } from './weigh.ts'

/** The steps of which most methods use one kind only. */
export interface Steps {
  readonly weigh: typeof weightsInUse
  readonly aggregate: typeof aggregate
}

/** All of a composite index, by steps that can do what the method asks for. */
export function compositeBy(
  steps: Steps,
  input: CompositeInput,
  method: CompositeMethod,
): Composite | CompositeFault {
  const normalised = normaliseData(input, method)
  if ('error' in normalised) return normalised
  const { from, prepared, card, columns, flat } = normalised
  const weights = steps.weigh(normalised.weights, card.weigh, { from, prepared })
  if ('error' in weights) return weights
  const aggregable = { nodes: method.of, from, prepared, columns, weights: weights.effective }
  const aggregated = steps.aggregate(aggregable, card.aggregate)
  if ('error' in aggregated) return aggregated
  const ranked = rankAll(input, card, aggregated)
  if ('error' in ranked) return ranked
  const { treated, checks, imputed } = prepared
  return {
    ...ranked,
    parts: aggregated.parts,
    branches: aggregated.branches,
    normalised: columns,
    treated,
    checks,
    imputed,
    flat,
    excluded: [...prepared.excluded, ...undefinedScores(aggregated, prepared)],
    weights,
    card,
  }
}

/** Everything up to the normalised leaves, and the weights that the method gives. */
export interface NormalisedData {
  readonly card: MethodCard
  readonly from: Leaves
  readonly prepared: Prepared
  readonly columns: readonly Float64Array[]
  readonly flat: readonly number[]
  readonly weights: WeightsUsed
}

/** The first half of {@link compositeBy}: what does not depend on weights. */
export function normaliseData(
  input: CompositeInput,
  method: CompositeMethod,
): NormalisedData | CompositeFault {
  const card = methodCard(method)
  const weights = givenWeights(method)
  if ('error' in weights) return weights
  const from = leavesIn(input, method, weights)
  if ('error' in from) return from
  const group = groupFault(input, card, from)
  if (group) return group
  const prepared = prepare(from, card, input.groups ?? [])
  const columns = normaliseLeaves(from, prepared, { card, groups: input.groups })
  return 'error' in columns ? columns : { card, from, prepared, weights, ...columns }
}

function leavesIn(
  input: CompositeInput,
  method: CompositeMethod,
  weights: WeightsUsed,
): Leaves | CompositeFault {
  const leaves = leavesOf(method.of)
  const columns: Column[] = []
  for (const [criterion, leaf] of leaves.entries()) {
    const column = input.column(leaf.indicator)
    if (!column) return { error: 'indicator-unknown', criterion }
    if (column.values.length !== input.size) {
      throw new Error('Columns of one comparison have the same zones')
    }
    columns.push(column)
  }
  return { leaves, columns, weights: weights.effective }
}

function groupFault(
  { groups }: CompositeInput,
  card: MethodCard,
  { leaves }: Leaves,
): CompositeFault | null {
  if (groups) return null
  const criterion = leaves.findIndex(({ gaps, normalise }) => {
    return (gaps ?? card.gaps).startsWith('group-') || (normalise ?? card.normalise).kind === 'norm'
  })
  return criterion < 0 ? null : { error: 'no-groups', criterion }
}

function rankAll(
  input: CompositeInput,
  card: MethodCard,
  { scores }: Aggregated,
): GradeFault | (Pick<Composite, 'scores' | 'ranks' | 'order'> & { grades: Grades | null }) {
  const ranks = competitionRanks(scores)
  const order = rankOrder(ranks)
  if (!card.grade) return { scores, ranks, order, grades: null }
  const fixed = input.fixed ?? []
  const grades = gradeZones({ scores, ranks, fixed }, card.grade)
  return 'error' in grades ? grades : { scores, ranks, order, grades }
}

function undefinedScores({ scores }: Aggregated, { ranked }: Prepared): CompositeExclusion[] {
  return [...scores.keys()].flatMap((zone) => {
    if (ranked[zone] === 0 || !Number.isNaN(scores[zone])) return []
    return [{ zone, why: 'undefined' as const, criterion: null, reason: null, fields: [] }]
  })
}
