import { z } from '@hono/zod-openapi'
import { COMPOSITE_PRESETS, GAP_RULES, WEIGHINGS, type RandomIndex } from '@permu/metrics'
import { Grouping, ROBUSTNESS_PARTS } from '../contract.ts'
import { word } from '../http/word.ts'

/** A whole number as a query carries it. */
export const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most)

const flag = z.enum(['0', '1']).optional()

const RANDOM_TABLES = [
  'saaty-1980',
  'alonso-lamata-2006',
  'saaty-later',
  'chinese-textbooks',
] as const satisfies readonly RandomIndex[]

const WEIGH_SYNONYMS = {
  std: 'deviation',
  sd: 'deviation',
  'standard-deviation': 'deviation',
  'deviation:raw': 'deviation-raw',
  'std:raw': 'deviation-raw',
  'entropy:raw': 'entropy-raw',
  'entropy:min-max': 'entropy-min-max',
} as const

const described = (description: string, example?: string) => ({
  description,
  ...(example !== undefined && { example }),
})

/** What all questions about a ranking take. */
export const methodQuery = z.object({
  period: z.string().max(20).optional(),
  by: z
    .string()
    .max(20_000)
    .optional()
    .openapi(described('name:weight[:more|less],…', 'tax-per-land:40,capex:25:less')),
  preset: z
    .string()
    .max(60)
    .optional()
    .openapi(
      described(
        `a ready method in place of \`by\`: ${COMPOSITE_PRESETS.map(({ id }) => id).join(', ')}`,
      ),
    ),
  method: z
    .string()
    .max(12_000)
    .optional()
    .openapi(
      described(
        'a whole method as JSON in place of `by`: a tree of weights with a rule for each step',
        '{"version":1,"of":[{"indicator":"tax-per-land","weight":1,"better":"more"}]}',
      ),
    ),
  normalise: z
    .string()
    .max(100)
    .optional()
    .openapi(
      described(
        'min-max[:low:high], z-score[:mean:deviation], percentile[:low:high], rank, borda, best, max, vector, sum, linear, goalposts:low:high[:worst:best], target:value[:cap], base:value[:cap], norm[:group-mean|group-median]; min-max unless said (1–100 under a geometric, harmonic or power mean, else 0–100)',
      ),
    ),
  aggregate: z
    .string()
    .max(100)
    .optional()
    .openapi(
      described(
        'arithmetic, geometric, harmonic, power:p, copeland, topsis[:vector|min-max|max|sum|linear] (or by `normalise`), mazziotta-pareto[:minus|plus][:adjusted], coupling[:standard|wang-2021|fan|liao][:unscaled]',
      ),
    ),
  weigh: word(WEIGHINGS, WEIGH_SYNONYMS).openapi({
    description: 'where weights come from; given',
  }),
  judgements: z
    .string()
    .max(2000)
    .optional()
    .openapi(
      described(
        'weights by AHP in place of those named: rows of pairwise judgements, in the order of `by` (or of the top of the tree)',
        '1,3,5;1/3,1,2;1/5,1/2,1',
      ),
    ),
  randomIndex: word(RANDOM_TABLES).openapi({
    description: 'the table of random indices behind the consistency ratio; saaty-1980',
  }),
  missing: word(GAP_RULES).openapi({
    description: 'what a gap does; exclude. A group rule without `group` means the type',
  }),
  treat: z.enum(['none', 'jrc']).optional().openapi(described('outliers by the rule of the JRC')),
  screen: z.coerce
    .number()
    .min(0)
    .max(1)
    .optional()
    .openapi(described('the least share of its data that a zone must have; 0')),
  grades: z
    .string()
    .max(500)
    .optional()
    .openapi(
      described(
        'best first. Cumulative per cent: A:25,B:70,C:95,D:100. Shares counted in whole zones, f down, c up, r to the nearest, one grade taking the rest: A:f20,B:f30,C:rest,D:c5. Classes of the score: A:s80,B:s60,C:s0. Or quarters, fifths.',
        'A:25,B:70,C:95,D:100',
      ),
    ),
  group: Grouping.optional().openapi(described('peers: for group rules and ranks in the group')),
  within: flag.openapi(described('1: ranks, grades and intervals within each group')),
  zones: z.string().max(20_000).optional(),
  type: z.string().max(100).optional(),
})

/** How weights are drawn. */
const drawQuery = z.object({
  seed: whole(0, 2 ** 31 - 1).default(1),
  concentration: z
    .union([z.literal('any'), z.coerce.number().positive().max(100_000)])
    .optional()
    .openapi(described('how near drawn weights keep to the given ones; 30; any: all alike')),
  top: whole(1, 100_000).default(10).openapi(described('chances to be among the first so many')),
})

export const rankingQuery = methodQuery.extend({
  ...drawQuery.shape,
  draws: whole(0, 2000).default(0).openapi(described('intervals from so many draws; 0: none')),
})

export const robustnessQuery = methodQuery.extend({
  ...drawQuery.shape,
  draws: whole(10, 2000).default(1000),
  parts: z
    .string()
    .max(300)
    .optional()
    .openapi(described(`of ${ROBUSTNESS_PARTS.join(', ')}; all unless said`)),
  compare: z
    .string()
    .max(5000)
    .optional()
    .openapi(described('zones to show besides the first 60, and to compare in pairs')),
  points: z
    .enum(['256', '512', '1024', '2048'])
    .default('1024')
    .openapi(described('points of the Sobol sequence for the sensitivity')),
})

export const reachQuery = methodQuery.extend({
  zone: z.string().max(200),
  rank: whole(1, 1_000_000),
})

export type MethodQuery = z.infer<typeof methodQuery>
export type RankingQuery = z.infer<typeof rankingQuery>
export type RobustnessQuery = z.infer<typeof robustnessQuery>
export type ReachQuery = z.infer<typeof reachQuery>
