import { copelandCounts, countDuels, countedScoresInto, duelsOf } from '../aggregate/duels.ts'
import { closenessInto, idealDistances, type TopsisScale } from '../aggregate/topsis.ts'
import { aggregate, counted, idealInput } from '../composite/aggregate.ts'
import type { Aggregable } from '../composite/aggregate-means.ts'
import { normaliseData } from '../composite/pipeline.ts'
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
  const own: Aggregable = { nodes: method.of, from, prepared, columns, weights, parts: false }
  const first = aggregate(own, card.aggregate)
  if ('error' in first) return first
  return { model: scoreModel(first.scores, scorerOf(own, card.aggregate, first.scores)), weights }
}

/** Scores zones under weights: where it fails, null, and the draw leaves no ranks. */
type Scorer = (weights: Float64Array) => Float64Array | null

// Those who have a score at first are ranked quickly, as long as just they have one.
function scoreModel(first: Float64Array, scored: Scorer): RankModel {
  const there = Int32Array.from([...first.keys()].filter((zone) => !Number.isNaN(first[zone])))
  const ranker = rankerOf(there)
  const held = new Float64Array(there.length)
  return {
    size: first.length,
    rank(weights, ranks, offset) {
      const scores = scored(weights)
      if (scores === null) return
      for (let k = 0; k < held.length; k++) held[k] = scores[there[k] ?? 0] ?? NaN
      if (held.some((score) => Number.isNaN(score)) || countOf(scores) > held.length) {
        ranks.set(competitionRanks(scores), offset)
      } else ranker.rank(held, ranks, offset)
    },
  }
}

function countOf(scores: Float64Array): number {
  let count = 0
  for (const score of scores) if (!Number.isNaN(score)) count++
  return count
}

function scorerOf(own: Aggregable, aggregation: Aggregation, first: Float64Array): Scorer {
  switch (aggregation.kind) {
    case 'topsis':
      return topsisScorer(own, aggregation.normalise)
    case 'copeland':
      return copelandScorer(own, first) ?? anew(own, aggregation)
    case 'mazziotta-pareto':
      // All criteria weigh the same in it.
      return () => first
    default:
      return anew(own, aggregation)
  }
}

function anew(own: Aggregable, aggregation: Aggregation): Scorer {
  return (weights) => {
    const result = aggregate({ ...own, weights }, aggregation)
    return 'error' in result ? null : result.scores
  }
}

// Weights are those of all leaves; what has none at first has none in any draw.
function picking(weights: Float64Array): (drawn: Float64Array) => Float64Array {
  const places = [...weights.keys()].filter((j) => (weights[j] ?? 0) > 0)
  return (drawn) => Float64Array.from(places, (j) => drawn[j] ?? 0)
}

function topsisScorer(own: Aggregable, normalise: TopsisScale | undefined): Scorer {
  const pick = picking(own.weights)
  const distances = idealDistances(idealInput(own), normalise)
  if ('error' in distances) return () => null
  const scores = new Float64Array(distances.size)
  return (weights) => {
    closenessInto(distances, pick(weights), scores)
    return scores
  }
}

function copelandScorer(own: Aggregable, first: Float64Array): Scorer | null {
  const columns = counted(own)
  if (!copelandCounts({ units: first.length, criteria: columns.length })) return null
  const pick = picking(own.weights)
  const duels = countDuels(duelsOf(columns))
  const scores = new Float64Array(first.length)
  return (weights) => {
    countedScoresInto(duels, pick(weights), scores)
    for (let zone = 0; zone < scores.length; zone++) {
      if (Number.isNaN(first[zone])) scores[zone] = NaN
    }
    return scores
  }
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
