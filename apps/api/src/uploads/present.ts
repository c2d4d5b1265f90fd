import { problemText, type Plan, type PlanColumn } from '@permu/intake'
import { conversionText, fieldById, parseUnit } from '@permu/metrics'
import type { FileProblem, Upload, UploadColumn } from '../contract.ts'
import type { Progress } from '../reading/intake.ts'
import type { ProblemRow, UploadRow } from './queries.ts'

/** How many problems stand in the answer itself; all are in problems.csv. */
export const PROBLEMS_SHOWN = 100

export function toFileProblem(row: ProblemRow): FileProblem {
  const { code, severity, column, header, text } = row
  const problem = { code, severity, row: row.row, column, header, text, params: row.params ?? {} }
  const zh = problemText(problem, 'zh')
  const en = problemText(problem, 'en')
  return {
    code,
    severity,
    row: row.row,
    column,
    header,
    text,
    message: { zh: zh.message, en: en.message },
    hint: { zh: zh.hint, en: en.hint },
    byte: null,
  }
}

/** The change of unit that a built-in field's column goes through before a formula sees it. */
function conversionOf(column: PlanColumn): string | null {
  const from = column.unit === null ? null : parseUnit(column.unit)
  const to = column.field ? (fieldById(column.field.id)?.unit ?? null) : null
  return from && to && from.id !== to.id ? conversionText(from, to) : null
}

function toColumn(column: PlanColumn): UploadColumn {
  const { index, header, role, unit, confidence, why, field, attribute } = column
  return {
    index,
    header,
    role,
    confidence,
    why,
    ...(attribute !== undefined && { attribute }),
    ...(field && { field: field.id, fieldName: field.name, isNew: field.isNew }),
    ...(role === 'value' && {
      unit,
      unitSource: column.unitSource ?? null,
      conversion: conversionOf(column),
    }),
    period: column.period ?? null,
  }
}

function toFile(plan: Plan, rows: number): Upload['file'] {
  const { encoding, bom, delimiter, headerRow, layout, preamble, period } = plan
  const file = { encoding, bom, delimiter, headerRow, rows, layout, preamble, period }
  return { ...file, sheet: plan.sheet ?? null, sheets: plan.sheets ?? [] }
}

const NO_ZONES: Upload['zones'] = { matched: 0, added: [], near: [], chosen: [] }

function choicesOf({ plan, reading }: UploadRow) {
  return { reading, policy: plan?.policy ?? ('skip-cells' as const), mapping: null }
}

function countsOf(row: UploadRow): Upload['counts'] {
  const { added, changed, same, zonesAdded } = row.counts
  const { rows = 0, accepted = 0, rejected = 0, cells = 0 } = row.summary ?? {}
  return { rows, accepted, rejected, cells, added, changed, same, zonesAdded }
}

/** An upload as the API answers it. */
export function toUpload(row: UploadRow, problems: ProblemRow[], progress: Progress): Upload {
  const { plan, summary } = row
  const { errors, warnings, infos } = row.counts
  const rows = summary?.rows ?? progress.rows
  return {
    id: row.id,
    name: row.name,
    sha256: row.sha256,
    bytes: row.bytes,
    createdAt: row.createdAt,
    committedAt: row.committedAt,
    by: row.by,
    status: row.status,
    sample: row.sample,
    progress: { bytes: summary ? row.bytes : progress.bytes, rows },
    file: plan ? toFile(plan, rows) : null,
    withdrawnAt: null,
    ...choicesOf(row),
    zones: NO_ZONES,
    columns: (plan?.columns ?? []).map(toColumn),
    rows: (plan?.sample ?? []).map((cells, i) => ({ row: plan?.sampleRows[i] ?? 0, cells })),
    counts: countsOf(row),
    problems: { errors, warnings, infos, items: problems.map(toFileProblem) },
  }
}
