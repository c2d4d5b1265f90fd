import {
  CHOICES,
  composite,
  type Aggregation,
  type Choices,
  type CompositeFault,
  type CompositeInput,
  type CompositeMethod,
  type GapRule,
  type NormaliseRule,
} from '@permu/metrics'

/** Other methods that somebody might have chosen, to see how much depends on that. */

const NORMALISE: readonly NormaliseRule[] = [
  // All above 0, so that a geometric mean can follow each of them.
  { kind: 'min-max', to: [1, 100] },
  { kind: 'percentile', to: [1, 100] },
  { kind: 'z-score', mean: 100, deviation: 10 },
]

const AGGREGATE: readonly Aggregation[] = [{ kind: 'arithmetic' }, { kind: 'geometric' }]
const GAPS: readonly GapRule[] = ['exclude', 'reweight', 'median']

export interface DroppedOption {
  readonly choice: keyof Choices
  readonly option: string
  readonly error: CompositeFault['error']
}

/** The choices that fit the data, and those that had to be left out. */
export interface OpenChoices {
  readonly choices: Choices
  readonly dropped: readonly DroppedOption[]
}

const kindOf = (option: string | { kind: string }) =>
  typeof option === 'string' ? option : option.kind

/** The own option first; another of the same kind is not another choice. */
function withOwn<T extends string | { readonly kind: string }>(own: T, others: readonly T[]): T[] {
  return [own, ...others.filter((other) => kindOf(other) !== kindOf(own))]
}

/** Options of each choice of a method, its own first; gaps only where the data have some. */
export function openChoices(input: CompositeInput, method: CompositeMethod): OpenChoices {
  const { normalise, aggregate, gaps } = ownChoices(method)
  const wanted: Choices = {
    normalise: withOwn(normalise, NORMALISE),
    aggregate: withOwn(aggregate, AGGREGATE),
    ...(hasGaps(input, method) && { gaps: withOwn(gaps, GAPS) }),
  }
  const dropped: DroppedOption[] = []
  // Each option has to fit with every option of the others: combinations are drawn freely.
  let fitting: Choices = { normalise: [normalise], aggregate: [aggregate], gaps: [gaps] }
  for (const choice of CHOICES) {
    for (const option of (wanted[choice] ?? []).slice(1)) {
      const error = faultWith(input, method, { ...fitting, [choice]: [option] })
      if (error !== null) dropped.push({ choice, option: kindOf(option), error })
      else fitting = { ...fitting, [choice]: [...(fitting[choice] ?? []), option] }
    }
  }
  return { choices: fitting, dropped }
}

function ownChoices(method: CompositeMethod) {
  const aggregate: Aggregation = method.aggregate ?? { kind: 'arithmetic' }
  const own: NormaliseRule = method.normalise ?? { kind: 'min-max' }
  // A mean of sums ranks the same from 1 to 100 as from 0; a geometric one needs the former.
  const plain = own.kind === 'min-max' && own.to === undefined && aggregate.kind === 'arithmetic'
  const normalise: NormaliseRule = plain ? { kind: 'min-max', to: [1, 100] } : own
  return { normalise, aggregate, gaps: method.gaps ?? 'exclude' }
}

function hasGaps(input: CompositeInput, method: CompositeMethod): boolean {
  const strict = composite(input, { ...method, gaps: 'exclude' })
  return !('error' in strict) && strict.excluded.some(({ why }) => why === 'missing')
}

function faultWith(input: CompositeInput, method: CompositeMethod, choices: Choices) {
  const { normalise = [], gaps = [], aggregate = [] } = choices
  const variants = normalise.flatMap((scale) =>
    gaps.flatMap((gap) =>
      aggregate.map((mean) => ({ ...method, normalise: scale, gaps: gap, aggregate: mean })),
    ),
  )
  for (const variant of variants) {
    const result = composite(input, variant)
    if ('error' in result) return result.error
  }
  return null
}

/** Ids of the methods that stand side by side. */
export const RIVALS = [
  'own',
  'equal',
  'entropy',
  'critic',
  'z-score',
  'percentile',
  'geometric',
  'topsis',
  'copeland',
  'mazziotta-pareto',
] as const

export type RivalId = (typeof RIVALS)[number]

/** The method with one step changed; rules that single indicators have of their own stay. */
export function rivalOf(id: RivalId, method: CompositeMethod): CompositeMethod {
  const positive = { kind: 'min-max', to: [1, 100] } as const
  const changes: Record<RivalId, Partial<CompositeMethod>> = {
    own: {},
    equal: { weigh: 'equal' },
    entropy: { weigh: 'entropy' },
    critic: { weigh: 'critic' },
    'z-score': { normalise: { kind: 'z-score' }, aggregate: { kind: 'arithmetic' } },
    percentile: { normalise: { kind: 'percentile' }, aggregate: { kind: 'arithmetic' } },
    geometric: { normalise: positive, aggregate: { kind: 'geometric' } },
    topsis: { aggregate: { kind: 'topsis' } },
    copeland: { aggregate: { kind: 'copeland' } },
    'mazziotta-pareto': { aggregate: { kind: 'mazziotta-pareto' } },
  }
  return { ...method, ...changes[id] }
}
