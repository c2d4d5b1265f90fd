import { z } from '@hono/zod-openapi'

/** Every shape that crosses HTTP. Each is described once, here; routes and the web share the types. */

export const Names = z.object({ zh: z.string(), en: z.string() })

export const Better = z.union([
  z.literal('more'),
  z.literal('less'),
  z.object({ target: z.tuple([z.number().nullable(), z.number().nullable()]) }),
])

export const PROBLEM_STATUS = {
  invalid: 400,
  unauthorized: 401,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'unsupported-type': 415,
  unusable: 422,
  'too-many': 429,
  internal: 500,
  'no-room': 507,
} as const

export const ProblemBody = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string(),
    requestId: z.string(),
    errors: z.array(z.object({ pointer: z.string(), message: z.string() })),
  })
  .openapi('Problem')

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

export const Values = z
  .object({
    period: z.string(),
    dataVersion: z.string(),
    indicators: z.array(Quantity),
    zones: z.array(ZoneRef),
    values: z
      .array(z.array(z.number().nullable()))
      .openapi({ description: 'per zone, per indicator; null stands in `missing` with its reason' }),
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
  })
  .openapi('Series')

export const Method = z
  .object({
    id: z.string(),
    criteria: z.array(
      z.object({
        indicator: z.string(),
        name: Names,
        unit: z.string().nullable(),
        weight: z.number(),
        share: z.number().openapi({ description: 'the weight as a share; all sum to 1' }),
        better: Better,
        flat: z.boolean().openapi({ description: 'does not discriminate: all values are equal' }),
      }),
    ),
    normalise: z.string(),
    aggregate: z.literal('arithmetic'),
    missing: z.string(),
    ties: z.literal('1224'),
  })
  .openapi('Method')

export const Ranking = z
  .object({
    period: z.string(),
    dataVersion: z.string(),
    method: Method,
    rows: z.array(
      z.object({
        zone: z.string(),
        name: z.string(),
        type: z.string().nullable(),
        rank: z.int(),
        score: z.number(),
        parts: z.record(z.string(), z.number().nullable()),
      }),
    ),
    excluded: z.array(
      z.object({
        zone: z.string(),
        name: z.string(),
        reason: z.string(),
        indicator: z.string(),
        fields: z.array(z.string()),
      }),
    ),
  })
  .openapi('Ranking')

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

export type Names = z.infer<typeof Names>
export type Better = z.infer<typeof Better>
export type ProblemCode = keyof typeof PROBLEM_STATUS
export type ProblemBody = z.infer<typeof ProblemBody>
export type FileProblem = z.infer<typeof FileProblem>
export type UploadColumn = z.infer<typeof UploadColumn>
export type ColumnChoice = z.infer<typeof ColumnChoice>
export type Reading = z.infer<typeof Reading>
export type UploadStatus = z.infer<typeof UploadStatus>
export type Upload = z.infer<typeof Upload>
export type Field = z.infer<typeof Field>
export type Indicator = z.infer<typeof Indicator>
export type Zone = z.infer<typeof Zone>
export type ZoneRef = z.infer<typeof ZoneRef>
export type Quantity = z.infer<typeof Quantity>
export type Missing = z.infer<typeof Missing>
export type Values = z.infer<typeof Values>
export type Series = z.infer<typeof Series>
export type Method = z.infer<typeof Method>
export type Ranking = z.infer<typeof Ranking>
export type Trace = z.infer<typeof Trace>
export type TraceInput = z.infer<typeof TraceInput>
export type Source = z.infer<typeof Source>
export type Sample = z.infer<typeof Sample>
export type State = z.infer<typeof State>
