import { z } from '@hono/zod-openapi'
import { Quantity } from './answer.ts'
import { Names } from './common.ts'

/** Efficiency beside a frontier. */

export const FrontierExcluded = z.object({
  zone: z.string(),
  name: z.string(),
  reason: z.enum([
    'missing-value',
    'negative-value',
    'inputs-all-zero',
    'outputs-all-zero',
    'infeasible',
    'numerical',
  ]),
  text: Names,
  indicator: z.string().nullable().openapi({ description: 'null: no single one is to blame' }),
  missing: z.string().nullable(),
  fields: z.array(z.string()),
})

export const FrontierCard = z
  .object({
    id: z.string().openapi({ description: 'the content of the method' }),
    model: z.string(),
    name: Names,
    summary: Names,
    orientation: z.enum(['input', 'output', 'none']),
    returns: z.string().openapi({ description: 'returns to scale of the technology' }),
    inputs: z.array(Quantity),
    outputs: z.array(Quantity),
    fixed: z.array(z.string()).openapi({ description: 'inputs that no zone can shrink' }),
    goal: z.enum(['aggressive', 'benevolent']).nullable(),
    self: z.boolean().nullable(),
    scale: z.boolean(),
    source: z.string(),
    library: z.string(),
    zones: z.int().openapi({ description: 'how many zones make up the reference set' }),
  })
  .openapi('FrontierCard')

const figures = z.record(z.string(), z.number().nullable())

const FrontierRow = z.object({
  zone: z.string(),
  name: z.string(),
  type: z.string().nullable(),
  efficiency: z.number().nullable().openapi({
    description: '1 is best, above 1 only for super models; null has its reason',
  }),
  rank: z.int(),
  status: z.enum(['not-scored', 'efficient', 'weakly-efficient', 'inefficient']),
  reason: z.enum(['infeasible', 'numerical']).nullable().openapi({
    description: 'infeasible: no other zone can match it, it stands above all others',
  }),
  peers: z.array(z.object({ zone: z.string(), name: z.string(), weight: z.number() })),
  values: figures,
  slacks: figures,
  targets: figures.openapi({
    description: 'what the peers together reach, in the units of inputs and outputs',
  }),
  scale: z.number().nullable().optional().openapi({ description: 'CCR ÷ BCC; only with scale=1' }),
  returns: z.enum(['unknown', 'increasing', 'constant', 'decreasing']).optional(),
})

export const Frontier = z
  .object({
    period: z.string(),
    dataVersion: z.string(),
    method: FrontierCard,
    rows: z.array(FrontierRow),
    excluded: z.array(FrontierExcluded),
    types: z.array(z.string()).openapi({ description: 'the types that zones can be chosen by' }),
    warnings: z.array(
      z.object({
        code: z.enum(['few-zones', 'super-above-2', 'all-zero-column', 'numerical']),
        text: Names,
        zones: z.array(z.string()),
        indicators: z.array(z.string()),
      }),
    ),
  })
  .openapi('Frontier')

export type FrontierExcluded = z.infer<typeof FrontierExcluded>
export type FrontierCard = z.infer<typeof FrontierCard>
export type Frontier = z.infer<typeof Frontier>
