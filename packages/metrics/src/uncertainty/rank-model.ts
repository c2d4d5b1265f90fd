import { aggregate } from '../composite/aggregate.ts'
import { normaliseData } from '../composite/composite.ts'
import type { Aggregation, CompositeMethod } from '../composite/method.ts'
import type { CompositeFault, CompositeInput } from '../composite/result.ts'
import { weightsInUse } from '../composite/weigh.ts'
import { competitionRanks } from '../compare/competition.ts'
import type { NormaliseRule } from '../normalise/rule.ts'
import type { GapRule } from '../treat/impute.ts'
import { rankerOf } from './ranker.ts'
import { dataTable, scoreInto, type ScoreTable } from './score-table.ts'

/** What ranks zones under any weights: writes rank z to `ranks[offset + z]`, or leaves it where z has none. */
export interface RankModel {
  readonly size: number
  rank(weights: Float64Array, ranks: Uint16Array | Uint32Array, offset: number): void
}

/**
 * Choices besides the weights, every combination of them equally likely in a draw; an indicator that has
 * a rule of its own keeps it.
 */
export interface Choices {
  readonly normalise?: readonly NormaliseRule[]
  readonly gaps?: readonly GapRule[]
  readonly aggregate?: readonly Aggregation[]
}

/** The names of {@link Choices}. */
export const CHOICES = ['normalise', 'gaps', 'aggregate'] as const

/** A model of weighted sums. */
export function tableModel(table: ScoreTable): RankModel {
  const ranker = rankerOf(table.zones)
  const scores = new Float64Array(table.zones.length)
  return {
    size: table.size,
    rank(weights, ranks, offset) {
      scoreInto(table, weights, scores)
      ranker.rank(scores, ranks, offset)
    },
  }
}

/** A method as a model, and its own weights: a table where it is one mean, else aggregated anew each time. */
export function methodModel(
  input: CompositeInput,
  method: CompositeMethod,
): { readonly model: RankModel; readonly weights: Float64Array } | CompositeFault {
  const data = normaliseData(input, method)
  if ('error' in data) return data
  const { card, from, prepared, columns } = data
  const used = weightsInUse(data.weights, card.weigh, data)
  if ('error' in used) return used
  const weights = used.effective
  const table = dataTable(data.columns, weights, method)
  if (!('error' in table)) return { model: tableModel(table), weights }
  if (table.error !== 'not-one-mean') return table
  const scored = (drawn: Float64Array) => {
    return aggregate({ nodes: method.of, from, prepared, columns, weights: drawn }, card.aggregate)
  }
  const first = scored(weights)
  if ('error' in first) return first
  const rank: RankModel['rank'] = (drawn, ranks, offset) => {
    const result = scored(drawn)
    if (!('error' in result)) ranks.set(competitionRanks(result.scores), offset)
  }
  return { model: { size: input.size, rank }, weights }
}

/** The models of a method with each combination of the choices, the last choice changing first. */
export function variantModels(
  input: CompositeInput,
  method: CompositeMethod,
  choices: Choices = {},
): RankModel[] | CompositeFault {
  const models: RankModel[] = []
  for (const variant of variantsOf(method, choices)) {
    const made = methodModel(input, variant)
    if ('error' in made) return made
    models.push(made.model)
  }
  return models
}

function variantsOf(method: CompositeMethod, choices: Choices): CompositeMethod[] {
  return CHOICES.reduce<CompositeMethod[]>(
    (variants, choice) => {
      const open = choices[choice]
      if (!open || open.length === 0) return variants
      return variants.flatMap((variant) => open.map((value) => ({ ...variant, [choice]: value })))
    },
    [method],
  )
}
