import { z } from '@hono/zod-openapi'
import { Names, Better } from './common.ts'
import { SeriesBreak, Source } from './catalogue.ts'

/** Answers made of numbers: values, series, traces. */

export const Missing = z.object({
  zone: z.string(),
  indicator: z.string(),
  reason: z.string(),
  fields: z.array(z.string()),
})

export const Quantity = z
  .object({
    id: z.string(),
    name: Names,
    unit: z.string().nullable(),
    better: Better,
    kind: z.enum(['indicator', 'field']),
  })
  .openapi('Quantity')

export const ZoneRef = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string().nullable(),
})

const GroupedZone = ZoneRef.extend({
  leadIndustry: z.string().optional().openapi({ description: 'left out where unknown' }),
  ecosystem: z.string().optional().openapi({ description: 'left out where unknown' }),
})

export const Values = z
  .object({
    period: z.string(),
    dataVersion: z.string(),
    indicators: z.array(Quantity),
    zones: z.array(GroupedZone),
    values: z.array(z.array(z.number().nullable())).openapi({
      description: 'per zone, per indicator; null stands in `missing` with its reason',
    }),
    missing: z.array(Missing),
  })
  .openapi('Values')

export const Series = z
  .object({
    dataVersion: z.string(),
    periods: z.array(z.string()),
    indicators: z.array(Quantity),
    zones: z.array(ZoneRef),
    values: z
      .array(z.array(z.array(z.number().nullable())))
      .openapi({ description: 'per indicator, per zone, per period' }),
    missing: z.array(Missing.extend({ period: z.string() })),
    breaks: z.array(SeriesBreak),
  })
  .openapi('Series')

export const TraceInput = z.object({
  field: z.string(),
  name: Names,
  value: z.number().nullable(),
  unit: z.string().nullable().openapi({ description: 'the unit the value enters the formula in' }),
  factor: z.string().nullable().openapi({ description: '亿元 × 10 000 → 万元' }),
  reason: z.string().nullable(),
  source: z
    .object({
      upload: z.string(),
      file: z.string(),
      sample: z.enum(['real', 'synthetic']).nullable(),
      sha256: z.string(),
      by: z.string(),
      at: z.string(),
      row: z.int(),
      column: z.int().nullable(),
      header: z.string().nullable(),
      text: z.string().nullable(),
      corrected: z
        .string()
        .nullable()
        .openapi({ description: 'what a person wrote in place of `text`; null where nobody did' }),
      value: z.number().nullable(),
      unit: z.string().nullable(),
    })
    .nullable(),
})

export const Trace = z
  .object({
    zone: ZoneRef,
    period: z.string(),
    indicator: z.string(),
    name: Names,
    formula: Names,
    value: z.number().nullable(),
    unit: z.string().nullable(),
    reason: z.string().nullable(),
    rule: z.enum(['sourced', 'project']),
    sourceOf: z.array(Source),
    inputs: z.array(TraceInput),
  })
  .openapi('Trace')

export type GroupedZone = z.infer<typeof GroupedZone>
export type Missing = z.infer<typeof Missing>
export type Quantity = z.infer<typeof Quantity>
export type ZoneRef = z.infer<typeof ZoneRef>
export type Values = z.infer<typeof Values>
export type Series = z.infer<typeof Series>
export type TraceInput = z.infer<typeof TraceInput>
export type Trace = z.infer<typeof Trace>
