import { z } from '@hono/zod-openapi'
import { Source } from './catalogue.ts'
import { Better, Names } from './common.ts'

/** Rankings: who stands where, by what, and how sure that is. */

export const Grouping = z.enum(['type', 'leadIndustry', 'ecosystem'])

/** How weights were drawn for the intervals; the same three give the same intervals. */
export const Draws = z.object({
  draws: z.int(),
  seed: z.int(),
  concentration: z.union([z.number(), z.literal('any')]).openapi({
    description:
      'how near the drawn weights keep to the given ones; any: all weights equally likely',
  }),
})

/** How far pairwise judgements contradict each other: λ, its index and its ratio to random judgements. */
export const Consistency = z.object({
  lambda: z.number(),
  index: z.number(),
  ratio: z.number(),
  consistent: z.boolean().openapi({ description: 'a ratio of at most 0.1' }),
  randomIndex: z.string(),
})

/** A step of the method in words. */
export const MethodStep = z.object({
  step: z.enum(['treat', 'missing', 'normalise', 'weigh', 'aggregate', 'grade', 'draws', 'group']),
  choice: z.string(),
  name: Names,
  note: Names,
})

export const LeftOutZone = z.object({
  zone: z.string(),
  name: z.string(),
  reason: z.string().openapi({
    description:
      'why the indicator is missing; availability: too small a share of its data; undefined: the aggregation has no value there',
  }),
  indicator: z.string().openapi({ description: 'empty where no single indicator is to blame' }),
  fields: z.array(z.string()),
})

/** Everything that was chosen besides the data: what a table or an export states beside its numbers. */
export const RankingCard = z
  .object({
    spec: z.record(z.string(), z.unknown()).openapi({
      description: 'the CompositeMethod as `method=` takes it, every default written out',
    }),
    preset: z.string().nullable(),
    name: Names.nullable(),
    rule: z.enum(['sourced', 'project']),
    source: z.array(Source),
    weigh: z.string(),
    steps: z.array(MethodStep).openapi({ description: 'every step in words, in both languages' }),
    sums: z
      .array(z.object({ node: z.string().nullable(), sum: z.number(), normalised: z.boolean() }))
      .openapi({ description: 'what weights sum to below each node; null is the top' }),
    doubtful: z.array(z.string()).openapi({
      description: 'indicators whose data weight is hard to justify: flat, or loading negatively',
    }),
    group: Grouping.nullable(),
    within: z.boolean(),
    draws: Draws.nullable(),
    consistency: Consistency.optional().openapi({
      description: 'of the judgements that the weights come from; only with judgements',
    }),
    library: z.string(),
    excluded: z.array(LeftOutZone),
  })
  .openapi('RankingCard')

export const Method = z
  .object({
    id: z.string().openapi({
      description:
        'the content of the method; with a grouping and draws after it where the answer depends on them',
    }),
    criteria: z.array(
      z.object({
        indicator: z.string(),
        name: Names,
        unit: z.string().nullable(),
        weight: z.number(),
        share: z.number().openapi({ description: 'the weight as a share; all sum to 1' }),
        better: Better,
        flat: z.boolean().openapi({ description: 'does not discriminate: all values are equal' }),
      }),
    ),
    normalise: z.string(),
    aggregate: z.string(),
    missing: z.string(),
    ties: z.literal('1224'),
    card: RankingCard,
  })
  .openapi('Method')

export const ChangedCell = z.object({
  zone: z.string(),
  name: z.string(),
  indicator: z.string(),
  before: z.number().nullable(),
  after: z.number(),
  why: z.enum(['winsorised', 'log', 'mean', 'median', 'group-mean', 'group-median']),
})

const RankedZone = z.object({
  zone: z.string(),
  name: z.string(),
  type: z.string().nullable(),
  rank: z.int().openapi({ description: 'with within=1 the rank in the group' }),
  score: z.number(),
  parts: z.record(z.string(), z.number().nullable()).openapi({
    description: 'indicator → contribution; null where the aggregation is no sum',
  }),
  branches: z.record(z.string(), z.number().nullable()).optional().openapi({
    description: 'sub-index → score; only where the method has sub-indices',
  }),
  grade: z.string().nullable().optional(),
  gradeNote: z.string().nullable().optional(),
  group: z.string().nullable().optional(),
  groupRank: z.int().nullable().optional(),
  overallRank: z.int().optional(),
  interval: z.tuple([z.number(), z.number()]).nullable().optional().openapi({
    description: '5 % and 95 % of the ranks over all draws; only with draws',
  }),
  median: z.number().nullable().optional(),
  topChance: z.number().nullable().optional().openapi({
    description: 'how likely the zone is to be among the first `top`; only with draws',
  }),
})

export const Ranking = z
  .object({
    period: z.string(),
    dataVersion: z.string(),
    method: Method,
    rows: z.array(RankedZone),
    excluded: z.array(LeftOutZone),
    treated: z
      .array(ChangedCell)
      .openapi({ description: 'every cell that outlier treatment moved' }),
    imputed: z.array(ChangedCell).openapi({ description: 'every gap that was filled' }),
    grades: z.record(z.string(), z.int()).nullable().openapi({ description: 'zones by grade' }),
  })
  .openapi('Ranking')

export type Grouping = z.infer<typeof Grouping>
export type Draws = z.infer<typeof Draws>
export type Consistency = z.infer<typeof Consistency>
export type MethodStep = z.infer<typeof MethodStep>
export type LeftOutZone = z.infer<typeof LeftOutZone>
export type RankingCard = z.infer<typeof RankingCard>
export type Method = z.infer<typeof Method>
export type ChangedCell = z.infer<typeof ChangedCell>
export type Ranking = z.infer<typeof Ranking>
