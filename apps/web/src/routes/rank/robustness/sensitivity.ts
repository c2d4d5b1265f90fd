import {
  choiceSensitivity,
  methodCard,
  type Choices,
  type CompositeFault,
  type SobolIndex,
} from '@permu/metrics'
import type { DrawState } from '../draw-state.ts'
import type { Question } from '../method.ts'

/** How much of the change of ranks comes from each choice; null indices where no rank ever changes. */
export type Sensitivity =
  | { readonly fault: CompositeFault['error'] }
  | {
      readonly fault: null
      readonly indices: readonly {
        readonly choice: 'weights' | keyof Choices
        readonly index: SobolIndex | null
      }[]
    }

// All of them above 0, as the geometric mean asks for.
const NORMALISED = [
  { kind: 'min-max', to: [1, 100] },
  { kind: 'percentile', to: [1, 100] },
  { kind: 'z-score', mean: 100, deviation: 10 },
] as const
const MEANS = [{ kind: 'arithmetic' }, { kind: 'geometric' }] as const
const GAPS = ['exclude', 'reweight', 'median'] as const
const POINTS = { mean: 1024, other: 128 } as const

/** The choices that are varied beside the weights; an aggregation that is no mean stays as it is. */
export function choicesVaried({ method }: Pick<Question, 'method'>): Choices {
  const { aggregate, weigh } = methodCard(method)
  const mean = ['arithmetic', 'geometric', 'harmonic'].includes(aggregate.kind)
  // Weights from data need all data; coordination needs scores on 0–100.
  const gaps = weigh === 'given' || weigh === 'equal' ? GAPS : (['exclude', 'median'] as const)
  const normalise = aggregate.kind === 'coupling' ? NORMALISED.slice(0, 2) : NORMALISED
  return { normalise, gaps, ...(mean ? { aggregate: MEANS } : {}) }
}

/** Sobol indices of the choices around the method. */
export function sensitivityOf(question: Question, { seed, concentration }: DrawState): Sensitivity {
  const choices = choicesVaried(question)
  const points = choices.aggregate ? POINTS.mean : POINTS.other
  const options = { choices, seed, concentration, points }
  const found = choiceSensitivity(question.input, question.method, options)
  return 'error' in found ? { fault: found.error } : { fault: null, indices: found }
}
