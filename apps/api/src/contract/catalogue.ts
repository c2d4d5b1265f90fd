import { z } from '@hono/zod-openapi'
import { Names, Better } from './common.ts'

/** What there is: fields, indicators, zones, samples. */

export const Field = z
  .object({
    id: z.string(),
    name: Names,
    dimension: z.string().nullable(),
    unit: z.string().nullable(),
    builtIn: z.boolean(),
    kind: z.enum(['stock', 'flow', 'ratio']),
    hasData: z.boolean(),
  })
  .openapi('Field')

export const Source = z.object({
  quote: z.string().optional(),
  reference: z.object({ title: Names, date: z.string().optional(), issuer: z.string().optional() }),
})

export const Indicator = z
  .object({
    id: z.string(),
    name: Names,
    unit: z.string().nullable(),
    better: Better,
    formula: Names,
    fields: z.array(z.string()),
    family: z.object({ id: z.string(), name: Names }),
    source: z.array(Source),
    rule: z.enum(['sourced', 'project']),
    caveats: z.array(Names),
    coverage: z
      .record(z.string(), z.int())
      .openapi({ description: 'period → number of zones with a value' }),
  })
  .openapi('Indicator')

export const Zone = z
  .object({
    id: z.string(),
    code: z.string().nullable(),
    name: z.string(),
    type: z.string().nullable(),
    leadIndustry: z.string().nullable(),
    districts: z.array(z.string()),
    ecosystem: z.string().nullable(),
    attributes: z.record(z.string(), z.string()),
    sample: z.enum(['real', 'synthetic']).nullable(),
  })
  .openapi('Zone')

export const Sample = z
  .object({
    id: z.string(),
    name: Names,
    note: Names,
    kind: z.enum(['real', 'synthetic']),
    source: Names,
    loaded: z.boolean(),
  })
  .openapi('Sample')

export const State = z
  .object({
    dataVersion: z.string(),
    zones: z.int(),
    periods: z.array(z.string()),
    uploads: z.int(),
    lastCommit: z.string().nullable(),
    samples: z.array(Sample),
  })
  .openapi('State')

export type Field = z.infer<typeof Field>
export type Source = z.infer<typeof Source>
export type Indicator = z.infer<typeof Indicator>
export type Zone = z.infer<typeof Zone>
export type Sample = z.infer<typeof Sample>
export type State = z.infer<typeof State>
