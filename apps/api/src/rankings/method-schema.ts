import { z } from '@hono/zod-openapi'
import {
  COUPLINGS,
  GAP_RULES,
  TOPSIS_SCALES,
  WEIGHINGS,
  type Aggregation,
  type GradeRule,
  type NormaliseRule,
} from '@permu/metrics'

/** What `method=` may hold. */

const number = z.number()
const range = z.tuple([number, number])

export const normaliseRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['min-max', 'percentile']), to: range.exactOptional() }),
  z.strictObject({
    kind: z.literal('z-score'),
    mean: number.exactOptional(),
    deviation: number.positive().exactOptional(),
  }),
  z.strictObject({ kind: z.enum(['rank', 'borda', 'best', 'max', 'vector', 'sum', 'linear']) }),
  z.strictObject({
    kind: z.literal('goalposts'),
    low: number,
    high: number,
    to: range.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('target'), target: number, cap: z.boolean().exactOptional() }),
  z.strictObject({
    kind: z.literal('base'),
    base: number,
    cap: number.positive().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('norm'), centre: z.enum(['group-mean', 'group-median']) }),
]) satisfies z.ZodType<NormaliseRule>

const mean = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['arithmetic', 'geometric', 'harmonic']) }),
  z.strictObject({ kind: z.literal('power'), p: number.min(-100).max(100) }),
])

export const aggregation = z.discriminatedUnion('kind', [
  ...mean.options,
  z.strictObject({ kind: z.literal('copeland') }),
  z.strictObject({
    kind: z.literal('mazziotta-pareto'),
    penalty: z.enum(['minus', 'plus']).exactOptional(),
    adjusted: z.boolean().exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('topsis'),
    normalise: z.enum(TOPSIS_SCALES).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('coupling'),
    formula: z.enum(COUPLINGS).exactOptional(),
    mean: mean.exactOptional(),
    rescale: z.boolean().exactOptional(),
  }),
]) satisfies z.ZodType<Aggregation>

const grade = z.string().min(1).max(20)
const count = z.enum(['floor', 'ceil', 'round']).exactOptional()
const ties = z.enum(['up', 'down']).exactOptional()

const gradeRule = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('quota'),
    grades: z
      .array(z.strictObject({ grade, share: number.exactOptional(), count }))
      .min(1)
      .max(20),
    ties,
  }),
  z.strictObject({
    kind: z.literal('cumulative'),
    grades: z
      .array(z.strictObject({ grade, to: number, count }))
      .min(1)
      .max(20),
    ties,
  }),
  z.strictObject({
    kind: z.literal('score'),
    classes: z
      .array(z.strictObject({ grade, from: number }))
      .min(1)
      .max(20),
  }),
]) satisfies z.ZodType<GradeRule>

// An open end of a target is null in JSON.
const end = number.nullable()
const better = z.union([z.enum(['more', 'less']), z.strictObject({ target: z.tuple([end, end]) })])
const gaps = z.enum(GAP_RULES)
const weight = number.min(0).max(1e12)

const leaf = z.strictObject({
  indicator: z.string().min(1).max(300),
  weight,
  better: better.exactOptional(),
  normalise: normaliseRule.exactOptional(),
  unit: z.string().max(60).exactOptional(),
  gaps: gaps.exactOptional(),
})

const branchOf = (node: z.ZodType) =>
  z.strictObject({
    id: z.string().min(1).max(100),
    name: z.strictObject({ zh: z.string().max(100), en: z.string().max(100) }).exactOptional(),
    weight,
    of: z.array(node).min(1).max(60),
    aggregate: mean.exactOptional(),
  })

/** A leaf, or a branch so many levels deep; the shape says which, so that a fault names its own place. */
function nodeOf(depth: number): z.ZodType {
  const branch = depth > 0 ? branchOf(nodeOf(depth - 1)) : z.never()
  return z.unknown().transform((value, context) => {
    const isLeaf = typeof value === 'object' && value !== null && 'indicator' in value
    const parsed = (isLeaf ? leaf : branch).safeParse(value)
    if (parsed.success) return parsed.data
    for (const { path, message } of parsed.error.issues) {
      context.addIssue({ code: 'custom', path, message })
    }
    return z.NEVER
  })
}

const DEEPEST = 5

/** A method as JSON; the direction of an indicator may be left to the catalogue. */
export const compositeMethod = z.strictObject({
  version: z.literal(1),
  of: z.array(nodeOf(DEEPEST)).min(1).max(60),
  screen: number.min(0).max(1).exactOptional(),
  treat: z
    .strictObject({
      skewness: number.exactOptional(),
      kurtosis: number.exactOptional(),
      points: z.int().min(0).max(1000).exactOptional(),
      log: z.boolean().exactOptional(),
    })
    .nullable()
    .exactOptional(),
  gaps: gaps.exactOptional(),
  first: z.enum(['treat', 'impute']).exactOptional(),
  normalise: normaliseRule.exactOptional(),
  weigh: z.enum(WEIGHINGS).exactOptional(),
  aggregate: aggregation.exactOptional(),
  grade: gradeRule.nullable().exactOptional(),
  // A card says how ties are ranked; there is one way.
  ties: z.literal('1224').exactOptional(),
})
