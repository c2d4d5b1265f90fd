import { z } from '@hono/zod-openapi'
import { Names } from './common.ts'

/** What changed, when, and which cells the data have. */

const present = { value: z.number().nullable(), reason: z.string().nullable() }

/** One number that differs between two states of the data, or between the data and a file. */
export const CellChange = z
  .object({
    kind: z.enum(['added', 'changed', 'removed', 'same']),
    zone: z.object({ id: z.string().nullable(), name: z.string() }),
    period: z.string(),
    field: z.object({ id: z.string(), name: Names }),
    unit: z.string().nullable(),
    from: z.object(present).nullable(),
    to: z.object(present).nullable(),
    row: z.int().nullable(),
    column: z.int().nullable(),
  })
  .openapi('CellChange')

export const CellChangePage = z
  .object({
    counts: z.object({ added: z.int(), changed: z.int(), removed: z.int(), same: z.int() }),
    items: z.array(CellChange),
    next: z.string().nullable(),
  })
  .openapi('CellChangePage')

/** One entry of the history of the data, newest first. */
export const Change = z
  .object({
    version: z.int().openapi({ description: 'the data version that it made' }),
    at: z.string(),
    by: z.string(),
    kind: z.enum(['commit', 'withdraw', 'restore', 'zones', 'backup']),
    upload: z.object({ id: z.string(), name: z.string() }).nullable(),
    counts: z
      .object({ added: z.int(), changed: z.int(), same: z.int(), zonesAdded: z.int() })
      .nullable(),
    note: z.string().nullable(),
  })
  .openapi('Change')

export const ChangePage = z.object({ items: z.array(Change), next: z.string().nullable() })

/** Which cells have a number: field × period, or zone × period for one field. */
export const Coverage = z
  .object({
    dataVersion: z.string(),
    periods: z.array(z.string()),
    zones: z.int(),
    fields: z.array(
      z.object({
        id: z.string(),
        name: Names,
        values: z.array(z.int()).openapi({ description: 'per period: zones with a number' }),
        missing: z
          .array(z.int())
          .openapi({ description: 'per period: zones with a stated reason' }),
      }),
    ),
  })
  .openapi('Coverage')

export const FieldCoverage = z
  .object({
    dataVersion: z.string(),
    field: z.object({ id: z.string(), name: Names }),
    periods: z.array(z.string()),
    zones: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        cells: z.array(z.string()).openapi({
          description: 'per period: “value”, “none” (no file says anything), or a missing reason',
        }),
      }),
    ),
  })
  .openapi('FieldCoverage')

export type CellChange = z.infer<typeof CellChange>
export type CellChangePage = z.infer<typeof CellChangePage>
export type Change = z.infer<typeof Change>
export type ChangePage = z.infer<typeof ChangePage>
export type Coverage = z.infer<typeof Coverage>
export type FieldCoverage = z.infer<typeof FieldCoverage>
