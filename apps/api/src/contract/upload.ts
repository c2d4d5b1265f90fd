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
    byte: z
      .int()
      .nullable()
      .openapi({ description: 'offset of the first byte, where it is known' }),
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
    item: z.string().optional().openapi({ description: 'what it says of a project; ledgers only' }),
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

export const Policy = z.enum(['stop', 'skip-rows', 'skip-cells']).openapi('Policy', {
  description:
    'what is committed of a file with errors: nothing, all but the rows that have one, or all but ' +
    'the cells that have one (the default)',
})

export const Correction = z.object({
  row: z.int().min(1),
  column: z.int().min(1),
  text: z.string().max(10_000),
})

export const Replacement = z.object({
  column: z.int().min(1).nullable().openapi({ description: 'null: in every column' }),
  find: z.string().min(1).max(10_000),
  replace: z.string().max(10_000),
})

export const ZoneChoice = z.object({
  name: z.string().max(200).openapi({ description: 'as the file writes it' }),
  zone: z.string().max(60).nullable().openapi({ description: 'id of a zone; null: a new one' }),
})

export const UploadKind = z.enum(['data', 'ledger']).openapi('UploadKind', {
  description:
    'data: figures of zones; ledger: one row a project or parcel. Where nobody says, the headers ' +
    'decide, and the problem “read-as-ledger” tells which',
})

export const Reading = z
  .object({
    kind: UploadKind.optional(),
    sheet: z.string().max(100).optional().openapi({ description: 'of a workbook' }),
    policy: Policy.optional(),
    corrections: z.array(Correction).max(10_000).optional(),
    replacements: z.array(Replacement).max(500).optional(),
    zones: z.array(ZoneChoice).max(10_000).optional(),
    mapping: z.string().max(80).nullable().optional().openapi({
      description: 'id of a remembered mapping; null: none, not even a remembered one',
    }),
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

export const ZoneSuggestion = z.object({
  zone: z.string(),
  name: z.string(),
  why: z.enum(['width', 'suffix', 'one-character', 'contained', 'former-name']),
})

/** How the zones of a file were matched. */
export const UploadZones = z
  .object({
    matched: z.int(),
    added: z
      .array(z.object({ name: z.string(), code: z.string().nullable(), row: z.int() }))
      .openapi({
        description: 'zones that committing would make, the first 500',
      }),
    near: z
      .array(z.object({ name: z.string(), row: z.int(), suggestions: z.array(ZoneSuggestion) }))
      .openapi({ description: 'of those to be made, the ones that look like a known zone' }),
    chosen: z.array(ZoneChoice.extend({ zoneName: z.string().nullable() })),
  })
  .openapi('UploadZones')

export const Sheet = z.object({ name: z.string(), rows: z.int(), hidden: z.boolean() })

export const MappingRef = z.object({
  id: z.string(),
  version: z.int(),
  remembered: z
    .boolean()
    .openapi({ description: 'applied because the headers were seen before, not because asked' }),
})

export const Upload = z
  .object({
    id: z.string(),
    name: z.string(),
    sha256: z.string(),
    bytes: z.int(),
    createdAt: z.string(),
    committedAt: z.string().nullable(),
    withdrawnAt: z.string().nullable(),
    by: z.string(),
    status: UploadStatus,
    kind: UploadKind.openapi({ description: 'what it was read as' }),
    kindWhy: z.array(z.string()).openapi({ description: 'the headers of a ledger' }),
    kindChosen: z.boolean().openapi({ description: 'a person said so' }),
    sample: z.enum(['real', 'synthetic']).nullable(),
    progress: z.object({
      bytes: z.int(),
      rows: z.int(),
      total: z.int().optional().openapi({ description: 'bytes of the whole file' }),
      left: z
        .int()
        .nullable()
        .optional()
        .openapi({ description: 'milliseconds until it is read, as far as the pace so far tells' }),
    }),
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
        sheet: z.string().nullable(),
        sheets: z.array(Sheet).openapi({ description: 'empty where the file is no workbook' }),
      })
      .nullable(),
    reading: Reading.openapi({ description: 'every choice of a person so far' }),
    policy: Policy,
    mapping: MappingRef.nullable(),
    zones: UploadZones,
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

/** Rows of a file as they stand in it, with what was found in them. */
export const RowPage = z
  .object({
    items: z.array(
      z.object({
        row: z.int(),
        cells: z.array(z.string()).openapi({ description: 'as written, corrections applied' }),
        problems: z.array(FileProblem),
      }),
    ),
    next: z.string().nullable(),
  })
  .openapi('RowPage')

export const UploadPage = z.object({ items: z.array(Upload), next: z.string().nullable() })

export type FileProblem = z.infer<typeof FileProblem>
export type UploadColumn = z.infer<typeof UploadColumn>
export type ColumnChoice = z.infer<typeof ColumnChoice>
export type Reading = z.infer<typeof Reading>
export type UploadStatus = z.infer<typeof UploadStatus>
export type Upload = z.infer<typeof Upload>
export type UploadPage = z.infer<typeof UploadPage>
export type UploadKind = z.infer<typeof UploadKind>
export type Policy = z.infer<typeof Policy>
export type Correction = z.infer<typeof Correction>
export type Replacement = z.infer<typeof Replacement>
export type ZoneChoice = z.infer<typeof ZoneChoice>
export type ZoneSuggestion = z.infer<typeof ZoneSuggestion>
export type UploadZones = z.infer<typeof UploadZones>
export type Sheet = z.infer<typeof Sheet>
export type MappingRef = z.infer<typeof MappingRef>
export type RowPage = z.infer<typeof RowPage>
