import type { CompositeMethod } from '../composite/method.ts'
import type { CompositeFault, CompositeInput } from '../composite/result.ts'
import { at } from '../statistics/array.ts'
import { dirichlet, randomOf } from '../statistics/random.ts'
import { meanShift } from './leave-out.ts'
import { CONCENTRATION } from './concentration.ts'
import { shapeOf } from './monte-carlo.ts'
import { CHOICES, methodModel, variantModels, type Choices } from './rank-model.ts'
import { sobolIndices, type SobolIndex, type SobolOptions } from './sobol-indices.ts'

/** A choice that may differ, and how much of the change of ranks comes from it; null where no rank ever changes. */
export interface ChoiceIndex {
  readonly choice: 'weights' | keyof Choices
  readonly index: SobolIndex | null
}

const WEIGHT_SETS = 1024

/**
 * Which choice the ranks depend on most: Sobol indices of the mean absolute change of rank, over the
 * weights (drawn around the method's own), its normalisation, its rule for gaps and its
 * aggregation as far as `choices` names more than one. Faults as in rankUncertainty.
 */
export function choiceSensitivity(
  input: CompositeInput,
  method: CompositeMethod,
  options: SobolOptions & {
    readonly choices?: Choices
    readonly concentration?: number | 'any'
  } = {},
): ChoiceIndex[] | CompositeFault {
  const { choices = {}, concentration = CONCENTRATION } = options
  const own = methodModel(input, method)
  if ('error' in own) return own
  const models = variantModels(input, method, choices)
  if ('error' in models) return models
  const nominal = new Uint32Array(input.size)
  own.model.rank(own.weights, nominal, 0)
  const ranks = new Uint32Array(input.size)
  const sets = weightSets(shapeOf(own.weights, concentration), options.seed ?? 1)
  const { varied, pick } = picker(choices)
  const shift = (inputs: Float64Array) => {
    const model = models[pick(inputs)] ?? own.model
    const weights = sets[Math.floor(at(inputs, 0) * sets.length)] ?? own.weights
    model.rank(weights, ranks.fill(0), 0)
    return meanShift(nominal, ranks) ?? 0
  }
  const names = ['weights', ...varied] as const
  const indices = sobolIndices(shift, names.length, options)
  return names.map((choice, i) => ({ choice, index: indices?.[i] ?? null }))
}

// The first input draws the weights, one more each choice that may differ; variants count like digits.
function picker(choices: Choices) {
  const counts = CHOICES.map((choice) => Math.max(1, choices[choice]?.length ?? 1))
  const varied = CHOICES.filter((_, i) => at(counts, i) > 1)
  return {
    varied,
    pick: (inputs: Float64Array) =>
      CHOICES.reduce((variant, choice, i) => {
        const place = varied.indexOf(choice)
        const digit = place < 0 ? 0 : Math.floor(at(inputs, place + 1) * at(counts, i))
        return variant * at(counts, i) + digit
      }, 0),
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
