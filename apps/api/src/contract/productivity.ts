import { z } from '@hono/zod-openapi'
import { Quantity } from './answer.ts'
import { Names } from './common.ts'

/** Productivity: its change between periods, or its level in each. */

export const ProductivityKind = z.enum(['malmquist', 'cobb-douglas', 'tornqvist'])

export const ProductivityCard = z
  .object({
    id: z.string().openapi({ description: 'the content of the method' }),
    kind: ProductivityKind,
    name: Names,
    summary: Names,
    source: z.string(),
    inputs: z.array(Quantity),
    outputs: z.array(Quantity),
    orientation: z.enum(['input', 'output']).nullable(),
    reference: z.enum(['contemporaneous', 'global']).nullable(),
    prices: z.enum(['current', 'constant', 'none']).openapi({
      description: 'none: no money among the inputs and outputs',
    }),
    deflator: z.string().nullable(),
    priceIndex: z.record(z.string(), z.number()).nullable().openapi({
      description: 'price index by period where one was given in place of a field',
    }),
    base: z.string().nullable().openapi({ description: 'the period whose prices are used' }),
    elasticities: z
      .array(z.object({ period: z.string(), indicator: z.string(), value: z.number() }))
      .openapi({ description: 'Cobb–Douglas only: given or estimated' }),
    estimated: z.boolean().nullable(),
    library: z.string(),
  })
  .openapi('ProductivityCard')

const change = {
  from: z.string(),
  to: z.string(),
  index: z.number().openapi({ description: 'above 1 is improvement' }),
  efficiencyChange: z.number().openapi({ description: 'catching up with the frontier' }),
  technicalChange: z.number().openapi({ description: 'the frontier moving' }),
  pureChange: z.number().nullable(),
  scaleChange: z.number().nullable(),
}

export const ProductivityExcluded = z.object({
  zone: z.string(),
  name: z.string(),
  from: z.string(),
  to: z.string(),
  period: z.string().openapi({ description: 'where the fault is' }),
  reason: z.enum([
    'missing-value',
    'negative-value',
    'inputs-all-zero',
    'outputs-all-zero',
    'infeasible',
    'numerical',
    'not-positive',
    'shares-invalid',
    'series-break',
  ]),
  text: Names,
  indicator: z.string().nullable(),
  missing: z.string().nullable(),
  fields: z.array(z.string()),
})

export const Productivity = z
  .object({
    from: z.string(),
    to: z.string(),
    periods: z.array(z.string()),
    dataVersion: z.string(),
    method: ProductivityCard,
    rows: z
      .array(
        z.object({ zone: z.string(), name: z.string(), type: z.string().nullable(), ...change }),
      )
      .openapi({ description: 'changes (malmquist); best first within each pair of periods' }),
    means: z.array(z.object({ ...change, zones: z.int() })).openapi({
      description: 'geometric means over the rows of each pair of periods',
    }),
    levels: z
      .array(
        z.object({
          zone: z.string(),
          name: z.string(),
          type: z.string().nullable(),
          period: z.string(),
          level: z.number().openapi({ description: 'the average zone of the period is 1' }),
          rank: z.int(),
        }),
      )
      .openapi({
        description: 'levels (cobb-douglas, tornqvist); a level compares zones of one period',
      }),
    excluded: z.array(ProductivityExcluded),
    types: z.array(z.string()).openapi({ description: 'the types that zones can be chosen by' }),
    warnings: z.array(z.object({ code: z.string(), period: z.string().nullable(), text: Names })),
  })
  .openapi('Productivity')

export type ProductivityKind = z.infer<typeof ProductivityKind>
export type ProductivityCard = z.infer<typeof ProductivityCard>
export type ProductivityExcluded = z.infer<typeof ProductivityExcluded>
export type Productivity = z.infer<typeof Productivity>
