import { z } from '@hono/zod-openapi'
import { LINKAGE_CLASSES, LINKAGE_PAIRS } from '@permu/metrics'
import { Quantity, ZoneRef } from './answer.ts'
import { Names } from './common.ts'

/** The dual linkage: what the land and its price ask for, and what they get. */

export const FieldName = z.object({ id: z.string(), name: Names })

/** A zone that a comparison leaves out, with the quantity that it lacks. */
export const Lacking = z
  .object({
    zone: z.string(),
    name: z.string(),
    indicator: z.string(),
    reason: z.string(),
    fields: z.array(FieldName),
  })
  .openapi('Lacking')

export const LinkageRow = ZoneRef.extend({
  zone: z.string(),
  x: z.number(),
  y: z.number(),
  expected: z.number().nullable(),
  ratio: z.number().nullable().openapi({ description: 'y as a share of the reference' }),
  class: z.enum(LINKAGE_CLASSES),
  gain: z
    .number()
    .nullable()
    .openapi({ description: 'land freed or tax gained at the reference; 0 unless below the band' }),
}).omit({ id: true })

export const LinkagePair = z
  .object({
    id: z.enum(LINKAGE_PAIRS),
    x: Quantity,
    y: Quantity,
    split: z.number().nullable().openapi({ description: 'median of x: much from little' }),
    reference: z.object({
      kind: z.enum(['median', 'target', 'fit']),
      value: z.number().nullable().openapi({ description: 'null: the line' }),
      line: z.array(z.tuple([z.number(), z.number()])),
    }),
    rows: z.array(LinkageRow).openapi({ description: 'furthest below the reference first' }),
    excluded: z.array(Lacking),
    counts: z.record(z.enum(LINKAGE_CLASSES), z.int()),
    gain: z.object({
      unit: z.string().nullable(),
      total: z.number(),
      zones: z.int(),
      worst: z.number(),
      worstZones: z.array(z.string()),
    }),
  })
  .openapi('LinkagePair')

export const Linkage = z
  .object({
    period: z.string(),
    dataVersion: z.string(),
    rule: z.object({
      id: z.string(),
      reference: z.enum(['median', 'target', 'fit']),
      tolerance: z.number(),
      worst: z.int(),
      cuts: z.array(z.number()),
      range: z.tuple([z.number(), z.number()]),
      library: z.string(),
    }),
    pairs: z.array(LinkagePair),
    coordination: z.object({
      computed: z.boolean().openapi({ description: 'false: fewer than two zones on a side' }),
      classes: z.array(z.object({ name: Names, from: z.number(), count: z.int() })),
      rows: z.array(
        ZoneRef.extend({
          zone: z.string(),
          investment: z.number(),
          tax: z.number(),
          coupling: z.number(),
          development: z.number(),
          coordination: z.number(),
          class: z.int(),
        }).omit({ id: true }),
      ),
      excluded: z.array(Lacking),
    }),
  })
  .openapi('Linkage')

export type FieldName = z.infer<typeof FieldName>
export type Lacking = z.infer<typeof Lacking>
export type LinkagePair = z.infer<typeof LinkagePair>
export type Linkage = z.infer<typeof Linkage>
