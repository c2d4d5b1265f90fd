import { CONCENTRATION } from './concentration.ts'
import type { CompositeMethod } from '../composite/method.ts'
import type { CompositeFault, CompositeInput } from '../composite/result.ts'
import { at } from '../statistics/array.ts'
import { dirichlet, randomOf } from '../statistics/random.ts'
import {
  methodModel,
  tableModel,
  variantModels,
  type Choices,
  type RankModel,
} from './rank-model.ts'
import type { ScoreTable } from './score-table.ts'

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

/**
 * Ranks under weights, and tables, drawn at random: the same seed gives the same ranks. Ties get the
 * best of their places. Saisana, Saltelli & Tarantola, 2005; Lahdelma & Salminen (SMAA-2), 2001.
 */
export function drawRanks(
  tables: readonly ScoreTable[],
  weights: Float64Array,
  options: DrawOptions = {},
): RankDraws {
  return drawModels(tables.map(tableModel), weights, options)
}

function drawModels(
  models: readonly RankModel[],
  weights: Float64Array,
  options: DrawOptions,
): RankDraws {
  const { draws = 1000, seed = 1, concentration = CONCENTRATION } = options
  const size = models[0]?.size ?? 0
  const ranks = rankBuffer(size, draws)
  const first = new Float64Array(size * weights.length)
  const random = randomOf(seed)
  const shape = shapeOf(weights, concentration)
  const drawn = new Float64Array(weights.length)
  for (let draw = 0; draw < draws; draw++) {
    dirichlet(random, shape, drawn)
    const chosen = models[models.length === 1 ? 0 : random.bits() % models.length]
    chosen?.rank(drawn, ranks, draw * size)
    addWinners(ranks.subarray(draw * size, (draw + 1) * size), drawn, first)
  }
  return { size, draws, seed, concentration, criteria: weights.length, ranks, first }
}

function rankBuffer(size: number, draws: number): Uint16Array | Uint32Array {
  return size < 2 ** 16 ? new Uint16Array(draws * size) : new Uint32Array(draws * size)
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
 * {@link drawRanks} for a method, whatever it aggregates by: its weights drawn anew each time (those of
 * all indicators, not of the tree's nodes), its other choices among those given. A fault where one
 * of them does not fit the data. Copeland counts the duels of all zones once (up to 4000 zones, 13 criteria), or compares all pairs in each draw.
 */
export function rankUncertainty(
  input: CompositeInput,
  method: CompositeMethod,
  options: DrawOptions & { readonly choices?: Choices } = {},
): RankDraws | CompositeFault {
  const own = methodModel(input, method)
  if ('error' in own) return own
  const models = variantModels(input, method, options.choices)
  return 'error' in models ? models : drawModels(models, own.weights, options)
}
