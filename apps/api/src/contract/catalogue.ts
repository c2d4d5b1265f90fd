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

export const ZoneEventKind = z.enum(['merge', 'split', 'border', 'rename'])

const EventZone = z.object({
  id: z.string(),
  name: z.string(),
  known: z.boolean().openapi({ description: 'false: no file has named this zone yet' }),
})

/** A merger, split, new border or new name of zones, on a date. */
export const ZoneEvent = z
  .object({
    id: z.string(),
    date: z.string().openapi({ description: '2021, 2021-07 or 2021-07-01' }),
    kind: ZoneEventKind,
    from: z.array(EventZone),
    to: z.array(EventZone),
    note: z.string().nullable(),
    by: z.string(),
    at: z.string(),
  })
  .openapi('ZoneEvent')

const named = z.string().trim().min(1).max(200)

export const NewZoneEvent = z
  .object({
    date: z.string().max(10),
    kind: ZoneEventKind,
    from: z.array(named).min(1).max(100).openapi({
      description: 'ids, codes or names; a former name of a rename need not be known',
    }),
    to: z.array(named).min(1).max(100),
    note: z.string().max(500).optional(),
  })
  .openapi('NewZoneEvent')

/** Where a zone's series breaks: growth across it is not computed. */
export const SeriesBreak = z.object({
  zone: z.string(),
  period: z.string().openapi({ description: 'the first period after the break' }),
  kind: ZoneEventKind,
  breaks: z.boolean().openapi({ description: 'false for a new name: marked, not broken' }),
  note: z.string().nullable(),
})

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
    aliases: z.array(z.string()).openapi({ description: 'other names that files use for it' }),
    formerNames: z.array(z.object({ name: z.string(), until: z.string() })),
    predecessors: z.array(z.object({ id: z.string(), name: z.string() })),
    successors: z.array(z.object({ id: z.string(), name: z.string() })),
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
    map: z.boolean().openapi({ description: 'whether an outline of the zones is stored' }),
  })
  .openapi('State')

export type Field = z.infer<typeof Field>
export type Source = z.infer<typeof Source>
export type Indicator = z.infer<typeof Indicator>
export type Zone = z.infer<typeof Zone>
export type Sample = z.infer<typeof Sample>
export type State = z.infer<typeof State>
export type ZoneEvent = z.infer<typeof ZoneEvent>
export type NewZoneEvent = z.infer<typeof NewZoneEvent>
export type SeriesBreak = z.infer<typeof SeriesBreak>
