import { problemText, type Plan, type PlanColumn } from '@permu/intake'
import { comparable, conversionText, fieldById, parseUnit } from '@permu/metrics'
import type { FileProblem, Reading, Upload, UploadColumn } from '../contract.ts'
import type { Progress } from '../reading/intake.ts'
import { policyOf } from './policy.ts'
import type { ProblemRow, UploadRow } from './queries.ts'

/** How many problems stand in the answer itself; all are in problems.csv. */
export const PROBLEMS_SHOWN = 100

export function toFileProblem(row: ProblemRow): FileProblem {
  const { code, severity, column, header, text, byte } = row
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
    byte,
  }
}

/** The change of unit that a built-in field's column goes through before a formula sees it. */
function conversionOf(column: PlanColumn): string | null {
  const from = column.unit === null ? null : parseUnit(column.unit)
  const to = column.field ? (fieldById(column.field.id)?.unit ?? null) : null
  if (!from || !to || from.id === to.id || !comparable(from, to)) return null
  return conversionText(from, to)
}

function toColumn(column: PlanColumn): UploadColumn {
  const { index, header, role, unit, confidence, why, field, attribute, item } = column
  return {
    index,
    header,
    role,
    confidence,
    why,
    ...(attribute !== undefined && { attribute }),
    ...(item !== undefined && { item }),
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

function choicesOf(row: UploadRow) {
  return { reading: row.reading, policy: policyOf(row), mapping: row.mapping }
}

function countsOf(row: UploadRow): Upload['counts'] {
  const { added, changed, same, zonesAdded } = row.counts
  const { rows = 0, accepted = 0, rejected = 0, cells = 0 } = row.summary ?? {}
  return { rows, accepted, rejected, cells, added, changed, same, zonesAdded }
}

function progressOf({ bytes, summary }: UploadRow, progress: Progress): Upload['progress'] {
  if (summary) return { bytes, rows: summary.rows, total: bytes, left: 0 }
  const { elapsed } = progress
  const known = elapsed !== undefined && progress.bytes > 0
  const left = known ? Math.round((elapsed / progress.bytes) * (bytes - progress.bytes)) : null
  return { bytes: progress.bytes, rows: progress.rows, total: bytes, left }
}

/** A column that no choice of this upload is about, and yet a person's word, was remembered. */
function columnsOf({ plan, reading, mapping }: UploadRow): UploadColumn[] {
  const chosen = (reading as Reading).columns ?? []
  return (plan?.columns ?? []).map((column) => {
    const own = chosen.some(({ index }) => index === column.index)
    const remembered = mapping !== null && column.why === 'person' && !own
    return toColumn(remembered ? { ...column, why: 'remembered' } : column)
  })
}

function kindOf({ plan, reading }: UploadRow): Pick<Upload, 'kind' | 'kindWhy' | 'kindChosen'> {
  const kind = plan?.ledger === undefined ? 'data' : 'ledger'
  const why = [...(plan?.ledger?.why ?? [])]
  return { kind, kindWhy: why, kindChosen: reading['kind'] === kind }
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
    ...kindOf(row),
    sample: row.sample,
    progress: progressOf(row, progress),
    file: plan ? toFile(plan, rows) : null,
    withdrawnAt: row.withdrawnAt,
    ...choicesOf(row),
    zones: row.zoneReport ?? NO_ZONES,
    columns: columnsOf(row),
    rows: (plan?.sample ?? []).map((cells, i) => ({ row: plan?.sampleRows[i] ?? 0, cells })),
    counts: countsOf(row),
    problems: { errors, warnings, infos, items: problems.map(toFileProblem) },
  }
}
