import type { CompositeMethod } from '../composite/method.ts'
import type { CompositeInput } from '../composite/result.ts'
import { at } from '../statistics/array.ts'
import { dirichlet, randomOf } from '../statistics/random.ts'
import { meanShift } from './leave-out.ts'
import { CONCENTRATION, shapeOf, variantTables, type Choices } from './monte-carlo.ts'
import { rankerOf } from './ranker.ts'
import { methodTable, scoreInto, type ScoreTable, type TableFault } from './score-table.ts'
import { sobolIndices, type SobolIndex, type SobolOptions } from './sobol-indices.ts'

/** A choice that may differ, and how much of the change of ranks comes from it; null where no rank ever changes. */
export interface ChoiceIndex {
  readonly choice: 'weights' | 'normalise' | 'gaps'
  readonly index: SobolIndex | null
}

const WEIGHT_SETS = 1024

/**
 * Which choice the ranks depend on most: Sobol indices of the mean absolute change of rank, over the
 * weights (drawn around the method's own), its normalisation and its rule for gaps as far as
 * `choices` names more than one. Faults as in rankUncertainty.
 */
export function choiceSensitivity(
  input: CompositeInput,
  method: CompositeMethod,
  options: SobolOptions & {
    readonly choices?: Choices
    readonly concentration?: number | 'any'
  } = {},
): ChoiceIndex[] | TableFault {
  const { choices = {}, concentration = CONCENTRATION } = options
  const own = methodTable(input, method)
  if ('error' in own) return own
  const tables = variantTables(input, method, choices)
  if ('error' in tables) return tables
  const rank = rankWith(own.table.size)
  const nominal = rank(own.table, own.weights).slice()
  const sets = weightSets(shapeOf(own.weights, concentration), options.seed ?? 1)
  const { varied, pick } = picker(choices)
  const model = (inputs: Float64Array) => {
    const table = tables[pick(inputs)] ?? own.table
    const weights = sets[Math.floor(at(inputs, 0) * sets.length)] ?? own.weights
    return meanShift(nominal, rank(table, weights)) ?? 0
  }
  const names = ['weights', ...varied] as const
  const indices = sobolIndices(model, names.length, options)
  return names.map((choice, i) => ({ choice, index: indices?.[i] ?? null }))
}

// The first input draws the weights, one more each choice that may differ.
function picker(choices: Choices) {
  const counts = { normalise: choices.normalise?.length ?? 1, gaps: choices.gaps?.length ?? 1 }
  const varied = (['normalise', 'gaps'] as const).filter((choice) => counts[choice] > 1)
  const pickOne = (inputs: Float64Array, choice: 'normalise' | 'gaps') => {
    const place = varied.indexOf(choice)
    return place < 0 ? 0 : Math.floor(at(inputs, place + 1) * counts[choice])
  }
  return {
    varied,
    pick: (inputs: Float64Array) => {
      return pickOne(inputs, 'normalise') * counts.gaps + pickOne(inputs, 'gaps')
    },
  }
}

function weightSets(shape: Float64Array, seed: number): Float64Array[] {
  const random = randomOf(seed)
  return Array.from({ length: WEIGHT_SETS }, () => {
    const weights = new Float64Array(shape.length)
    dirichlet(random, shape, weights)
    return weights
  })
}

function rankWith(size: number): (table: ScoreTable, weights: Float64Array) => Uint32Array {
  const ranks = new Uint32Array(size)
  const buffers = new Map<ScoreTable, ReturnType<typeof rankerOf>>()
  return (table, weights) => {
    const ranker = buffers.get(table) ?? rankerOf(table.zones)
    buffers.set(table, ranker)
    const scores = new Float64Array(table.zones.length)
    scoreInto(table, weights, scores)
    ranks.fill(0)
    ranker.rank(scores, ranks, 0)
    return ranks
  }
}
