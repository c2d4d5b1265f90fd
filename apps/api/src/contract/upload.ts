import { z } from '@hono/zod-openapi'
import { Names } from './common.ts'

/** Uploads: what is sent, and what was made of it. */

export const FileProblem = z
  .object({
    code: z.string(),
    severity: z.enum(['error', 'warning', 'info']),
    row: z.int().nullable(),
    column: z.int().nullable(),
    header: z.string().nullable(),
    text: z.string().nullable(),
    message: Names,
    hint: Names,
  })
  .openapi('FileProblem')

export const Role = z.enum([
  'zone',
  'zone-code',
  'zone-attribute',
  'period',
  'field',
  'unit',
  'value',
  'ignored',
])

export const UploadColumn = z
  .object({
    index: z.int(),
    header: z.string(),
    role: Role,
    attribute: z.string().optional(),
    field: z.string().optional().openapi({ description: 'id of the field' }),
    fieldName: z.string().optional(),
    isNew: z.boolean().optional().openapi({ description: 'the field was made from this header' }),
    unit: z.string().nullable().optional(),
    unitSource: z.string().nullable().optional(),
    conversion: z.string().nullable().optional(),
    period: z.string().nullable().optional(),
    confidence: z.number(),
    why: z.string(),
  })
  .openapi('UploadColumn')

export const ColumnChoice = z.object({
  index: z.int().min(1),
  role: Role,
  field: z.string().max(200).optional(),
  unit: z.string().max(60).nullable().optional(),
  period: z.string().max(40).nullable().optional(),
})

export const Reading = z
  .object({
    columns: z.array(ColumnChoice).max(1000).optional(),
    encoding: z.string().max(20).optional(),
    delimiter: z.string().max(4).optional(),
    headerRow: z.int().min(0).max(1000).optional(),
    period: z.string().max(20).optional(),
  })
  .openapi('Reading')

export const UploadStatus = z.enum([
  'pending',
  'reading',
  'ready',
  'committed',
  'failed',
  'withdrawn',
])

export const Upload = z
  .object({
    id: z.string(),
    name: z.string(),
    sha256: z.string(),
    bytes: z.int(),
    createdAt: z.string(),
    committedAt: z.string().nullable(),
    by: z.string(),
    status: UploadStatus,
    sample: z.enum(['real', 'synthetic']).nullable(),
    progress: z.object({ bytes: z.int(), rows: z.int() }),
    file: z
      .object({
        encoding: z.string(),
        bom: z.boolean(),
        delimiter: z.string(),
        headerRow: z.int(),
        rows: z.int(),
        layout: z.enum(['long', 'periods-across', 'fields-down']),
        preamble: z.array(z.string()),
        period: z.string().nullable(),
      })
      .nullable(),
    columns: z.array(UploadColumn),
    rows: z
      .array(z.object({ row: z.int(), cells: z.array(z.string()) }))
      .openapi({ description: 'the first data rows as they stand in the file' }),
    counts: z.object({
      rows: z.int(),
      accepted: z.int(),
      rejected: z.int(),
      cells: z.int(),
      added: z.int(),
      changed: z.int(),
      same: z.int(),
      zonesAdded: z.int(),
    }),
    problems: z.object({
      errors: z.int(),
      warnings: z.int(),
      infos: z.int(),
      items: z.array(FileProblem),
    }),
  })
  .openapi('Upload')

export const UploadPage = z.object({ items: z.array(Upload), next: z.string().nullable() })

export type FileProblem = z.infer<typeof FileProblem>
export type UploadColumn = z.infer<typeof UploadColumn>
export type ColumnChoice = z.infer<typeof ColumnChoice>
export type Reading = z.infer<typeof Reading>
export type UploadStatus = z.infer<typeof UploadStatus>
export type Upload = z.infer<typeof Upload>
export type UploadPage = z.infer<typeof UploadPage>
