import { z } from '@hono/zod-openapi'
import { Names } from './common.ts'
import { Method } from './ranking.ts'

/** How much a ranking depends on its choices. A part that was not asked for, or has no answer, is null. */

export const ROBUSTNESS_PARTS = [
  'acceptability',
  'pairwise',
  'groups',
  'bounds',
  'weights',
  'leave-one-out',
  'sensitivity',
  'correlations',
  'methods',
] as const

export const RobustnessPart = z.enum(ROBUSTNESS_PARTS)

const interval = z.tuple([z.number(), z.number()])
const ranks = z.array(z.int()).openapi({ description: 'as `zones`; 0 is no rank' })

export const Acceptability = z.object({
  top: z.int(),
  ranks: z.int().openapi({ description: 'how many ranks each row of `shares` has, from 1 on' }),
  shares: z.array(z.array(z.number())).openapi({
    description: 'as `zones`: the share of draws in which the zone has rank 1, 2, …',
  }),
  topChance: z.array(z.number()),
  intervals: z.array(interval.nullable()),
  medians: z.array(z.number().nullable()),
  central: z.array(z.record(z.string(), z.number()).nullable()).openapi({
    description: 'the mean weights of the draws that the zone won; null: it never won',
  }),
})

export const Pairwise = z.object({
  zones: z.array(z.string()),
  above: z.array(z.array(z.number().nullable())).openapi({
    description: 'row above column: a share of draws, ties half',
  }),
})

export const Bounds = z.object({
  best: z.int(),
  worst: z.int(),
  bestBound: z.int().openapi({ description: 'no weights give better' }),
  worstBound: z.int(),
  exact: z.boolean(),
})

export const ZoneWeights = z.object({
  zone: z.string(),
  intervals: z.array(
    z.object({
      indicator: z.string(),
      weight: z.number(),
      low: z.number(),
      high: z.number(),
      lowZone: z.string().nullable().openapi({ description: 'the zone that it meets there' }),
      highZone: z.string().nullable(),
    }),
  ),
})

export const Without = z.object({
  id: z.string(),
  name: Names,
  shift: z.number().nullable().openapi({ description: 'mean absolute change of a rank' }),
  ranks: ranks.nullable(),
  fault: Names.nullable(),
})

const SobolIndexOut = z.object({
  first: z.number(),
  total: z.number(),
  firstInterval: interval,
  totalInterval: interval,
})

export const Sensitivity = z.object({
  points: z.int(),
  seed: z.int(),
  choices: z.array(
    z.object({
      choice: z.enum(['weights', 'normalise', 'gaps', 'aggregate']),
      name: Names,
      options: z.array(z.string()),
      index: SobolIndexOut.nullable().openapi({
        description: 'Sobol indices with 95 % bootstrap intervals; null: no rank ever changes',
      }),
    }),
  ),
  leftOut: z.array(z.object({ choice: z.string(), option: z.string(), reason: Names })),
})

export const CorrelatedIndicators = z.object({
  a: z.string(),
  b: z.string(),
  r: z.number().nullable(),
  flag: z.enum(['redundant', 'conflicting']).nullable(),
})

export const ComparedMethod = z.object({
  id: z.string(),
  name: Names,
  ranks: ranks.nullable(),
  fault: Names.nullable(),
})

export const MethodComparison = z.object({
  methods: z.array(ComparedMethod),
  agreements: z.array(
    z.object({
      a: z.string(),
      b: z.string(),
      spearman: z.number().nullable(),
      kendall: z.number().nullable(),
      shift: z.number().nullable(),
    }),
  ),
})

export const Robustness = z
  .object({
    period: z.string(),
    dataVersion: z.string(),
    method: Method,
    zones: z
      .array(
        z.object({
          zone: z.string(),
          name: z.string(),
          rank: z.int().openapi({ description: '0: not ranked' }),
        }),
      )
      .openapi({ description: 'the first 60 and those asked for; all lists stand in this order' }),
    ranked: z.int(),
    acceptability: Acceptability.nullable(),
    pairwise: Pairwise.nullable(),
    groups: z.array(z.array(z.string())).nullable().openapi({
      description: 'zones that cannot be told apart from the first of their group',
    }),
    bounds: z.array(Bounds.nullable()).nullable(),
    weights: z.array(ZoneWeights).nullable(),
    leaveOneOut: z.array(Without).nullable(),
    sensitivity: Sensitivity.nullable(),
    correlations: z.array(CorrelatedIndicators).nullable(),
    methods: MethodComparison.nullable(),
    notes: z.array(z.object({ part: RobustnessPart, text: Names })).openapi({
      description: 'why a part that was asked for has no answer',
    }),
  })
  .openapi('Robustness')

const Lift = z.object({
  ok: z.boolean(),
  rank: z.int().nullable(),
  reason: z.enum(['not-reachable', 'missing', 'no-weight']).nullable(),
  text: Names.nullable(),
  steps: z.array(
    z.object({
      indicator: z.string(),
      from: z.number(),
      to: z.number(),
      unit: z.string().nullable(),
    }),
  ),
})

export const Reach = z
  .object({
    period: z.string(),
    dataVersion: z.string(),
    method: Method,
    zone: z.string(),
    name: z.string(),
    rank: z.int(),
    wanted: z.int(),
    alone: z.array(Lift.extend({ indicator: z.string() })),
    proportional: Lift,
    least: Lift,
  })
  .openapi('Reach')

export type RobustnessPart = z.infer<typeof RobustnessPart>
export type Robustness = z.infer<typeof Robustness>
export type Sensitivity = z.infer<typeof Sensitivity>
export type Acceptability = z.infer<typeof Acceptability>
export type Lift = z.infer<typeof Lift>
export type Reach = z.infer<typeof Reach>
