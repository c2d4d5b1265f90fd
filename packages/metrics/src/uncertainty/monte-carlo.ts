import type { CompositeMethod } from '../composite/method.ts'
import type { CompositeInput } from '../composite/result.ts'
import type { NormaliseRule } from '../normalise/rule.ts'
import { at } from '../statistics/array.ts'
import { dirichlet, randomOf } from '../statistics/random.ts'
import type { GapRule } from '../treat/impute.ts'
import { rankerOf } from './ranker.ts'
import { methodTable, scoreInto, type ScoreTable, type TableFault } from './score-table.ts'

/**
 * How weights are drawn. `concentration` c: from the Dirichlet distribution around the given weights
 * w, with deviations √(w(1 − w) ÷ (c + 1)) (30 unless said); `any`: all weights are equally likely.
 */
export interface DrawOptions {
  /** 1000. */
  readonly draws?: number
  /** 1. */
  readonly seed?: number
  readonly concentration?: number | 'any'
}

/** Choices besides the weights, each of them equally likely in a draw. */
export interface Choices {
  readonly normalise?: readonly NormaliseRule[]
  readonly gaps?: readonly GapRule[]
}

/**
 * The ranks of all draws: that of zone z in draw b is `ranks[b × size + z]` (0 = not ranked). `first`
 * holds zone after zone the sum of the weights of the draws that it won, of `criteria` numbers each.
 */
export interface RankDraws {
  readonly size: number
  readonly draws: number
  readonly seed: number
  readonly concentration: number | 'any'
  readonly criteria: number
  readonly ranks: Uint16Array | Uint32Array
  readonly first: Float64Array
}

/** The weights that draws keep to unless another concentration is said. */
export const CONCENTRATION = 30

/**
 * Ranks under weights, and tables, drawn at random: the same seed gives the same ranks. Ties get the
 * best of their places. Saisana, Saltelli & Tarantola, 2005; Lahdelma & Salminen (SMAA-2), 2001.
 */
export function drawRanks(
  tables: readonly ScoreTable[],
  weights: Float64Array,
  options: DrawOptions = {},
): RankDraws {
  const { draws = 1000, seed = 1, concentration = CONCENTRATION } = options
  const size = tables[0]?.size ?? 0
  const ranks = rankBuffer(size, draws)
  const first = new Float64Array(size * weights.length)
  const random = randomOf(seed)
  const shape = shapeOf(weights, concentration)
  const drawn = new Float64Array(weights.length)
  const work = tables.map(workOn)
  for (let draw = 0; draw < draws; draw++) {
    dirichlet(random, shape, drawn)
    const chosen = work[work.length === 1 ? 0 : random.bits() % work.length]
    if (!chosen) break
    scoreInto(chosen.table, drawn, chosen.scores)
    chosen.ranker.rank(chosen.scores, ranks, draw * size)
    addWinners(ranks.subarray(draw * size, (draw + 1) * size), drawn, first)
  }
  return { size, draws, seed, concentration, criteria: weights.length, ranks, first }
}

function rankBuffer(size: number, draws: number): Uint16Array | Uint32Array {
  return size < 2 ** 16 ? new Uint16Array(draws * size) : new Uint32Array(draws * size)
}

function workOn(table: ScoreTable) {
  return { table, ranker: rankerOf(table.zones), scores: new Float64Array(table.zones.length) }
}

/** The parameters of the Dirichlet distribution that weights are drawn from; 0 stays 0. */
export function shapeOf(weights: Float64Array, concentration: number | 'any'): Float64Array {
  return weights.map((weight) => {
    if (concentration === 'any') return weight > 0 ? 1 : 0
    return concentration * weight
  })
}

function addWinners(
  ranks: Uint16Array | Uint32Array,
  weights: Float64Array,
  first: Float64Array,
): void {
  for (let zone = ranks.indexOf(1); zone >= 0; zone = ranks.indexOf(1, zone + 1)) {
    for (let j = 0; j < weights.length; j++) {
      const place = zone * weights.length + j
      first[place] = at(first, place) + at(weights, j)
    }
  }
}

/**
 * {@link drawRanks} for a method: its weights drawn anew each time, its normalisation and its rule for
 * gaps chosen among those given (its own unless given). A fault where one of them does not fit the
 * data, or where the aggregation is not one mean at all nodes.
 */
export function rankUncertainty(
  input: CompositeInput,
  method: CompositeMethod,
  options: DrawOptions & { readonly choices?: Choices } = {},
): RankDraws | TableFault {
  const own = methodTable(input, method)
  if ('error' in own) return own
  const tables = variantTables(input, method, options.choices)
  return 'error' in tables ? tables : drawRanks(tables, own.weights, options)
}

/** The tables of a method with each combination of the choices, normalisation after normalisation. */
export function variantTables(
  input: CompositeInput,
  method: CompositeMethod,
  choices: Choices = {},
): ScoreTable[] | TableFault {
  const tables: ScoreTable[] = []
  for (const variant of variantsOf(method, choices)) {
    const made = methodTable(input, variant)
    if ('error' in made) return made
    tables.push(made.table)
  }
  return tables
}

function variantsOf(method: CompositeMethod, choices: Choices): CompositeMethod[] {
  const rules = choices.normalise?.map((normalise) => ({ normalise })) ?? [{}]
  const gaps = choices.gaps?.map((rule) => ({ gaps: rule })) ?? [{}]
  return rules.flatMap((rule) => gaps.map((gap) => ({ ...method, ...rule, ...gap })))
}
