import type { FileProblem, UploadColumn } from '@permu/api/client'
import {
  createLedgerReader,
  createProbe,
  createReader,
  inspect,
  inspectLedger,
  problemText,
  proposeLedger,
  type Plan,
  type PlanColumn,
  type Problem,
  type Summary,
} from '@permu/intake'
import { comparable, conversionText, fieldById, parseUnit } from '@permu/metrics'
import { usualSheet } from './workbook.ts'

/** What the page itself found in a file, before anything was sent. */
export interface LocalReading {
  readonly encoding: string
  readonly bom: boolean
  readonly delimiter: string
  readonly headerRow: number
  readonly layout: Plan['layout']
  readonly period: string | null
  readonly readable: boolean
  /** The sheet of a workbook that was read, and how many there are. */
  readonly sheet: string | null
  readonly sheets: number
  readonly columns: UploadColumn[]
  /** The first data rows as written. */
  readonly rows: { readonly row: number; readonly cells: string[] }[]
  readonly counts: Pick<Summary, 'rows' | 'accepted' | 'rejected' | 'cells' | 'zones'>
  readonly problems: {
    readonly errors: number
    readonly warnings: number
    readonly infos: number
    /** The first problems, and all of the rows above. */
    readonly items: FileProblem[]
  }
}

export interface LocalOptions {
  readonly name: string
  readonly period: string
}

const ROWS = 20
const KEPT = 100
const CHUNK = 1 << 20

/** Reads a table or a workbook as the server would, with the built-in fields only. */
export async function readLocally(bytes: Uint8Array, options: LocalOptions): Promise<LocalReading> {
  const book = isZip(bytes) ? await usualSheet(bytes) : null
  if (!book) return readTable(bytes, options, [])
  const { sheet, sheets, problems } = book
  return { ...readTable(book.bytes, options, problems), sheet, sheets }
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

function readTable(
  bytes: Uint8Array,
  { name, period }: LocalOptions,
  before: readonly Problem[],
): LocalReading {
  const probe = createProbe()
  probe.push(bytes)
  const plan = planOf(probe.end(), period === '' ? { name } : { name, period })
  const shown = new Set(plan.sampleRows.slice(0, ROWS))
  const log = createLog(shown)
  // Of a workbook that is refused there is no table, and that needs no second word.
  const refused = before.some(({ severity }) => severity === 'error')
  for (const found of refused ? before : [...before, ...plan.problems]) log.add(found)
  const reader = readerOf(plan, log.add)
  for (let at = 0; at < bytes.length; at += CHUNK) reader.push(bytes.subarray(at, at + CHUNK))
  const { rows, accepted, rejected, cells, zones } = reader.end()
  const { encoding, bom, delimiter, headerRow, layout, readable } = plan
  return {
    ...{ encoding, bom, delimiter, headerRow, layout, readable, period: plan.period },
    ...{ sheet: null, sheets: 0 },
    columns: plan.columns.map(toColumn),
    rows: plan.sample.slice(0, ROWS).map((texts, i) => ({
      row: plan.sampleRows[i] ?? i + 1,
      cells: texts,
    })),
    counts: { rows, accepted, rejected, cells, zones },
    problems: { ...log.counts, items: log.items },
  }
}

function planOf(proof: ReturnType<ReturnType<typeof createProbe>['end']>, options: Options): Plan {
  const plan = inspect(proof, options)
  return proposeLedger(plan) === null ? plan : inspectLedger(proof, options, false)
}

interface Options {
  readonly name: string
  readonly period?: string
}

function readerOf(plan: Plan, problem: (found: Problem) => void) {
  if (plan.ledger !== undefined)
    return createLedgerReader(plan, { project: () => undefined, problem })
  return createReader(plan, { block: () => undefined, problem })
}

function createLog(shown: ReadonlySet<number>) {
  const counts = { errors: 0, warnings: 0, infos: 0 }
  const items: FileProblem[] = []
  const add = (found: Problem): void => {
    if (found.severity === 'error') counts.errors++
    else if (found.severity === 'warning') counts.warnings++
    else counts.infos++
    if (items.length < KEPT || (found.row !== null && shown.has(found.row))) {
      items.push(toFileProblem(found))
    }
  }
  return { counts, items, add }
}

function toFileProblem(found: Problem): FileProblem {
  const { code, severity, row, column, header, text, byte = null } = found
  const [zh, en] = [problemText(found, 'zh'), problemText(found, 'en')]
  return {
    ...{ code, severity, row, column, header, text, byte },
    message: { zh: zh.message, en: en.message },
    hint: { zh: zh.hint, en: en.hint },
  }
}

function toColumn(column: PlanColumn): UploadColumn {
  const {
    index,
    header,
    role,
    unit,
    unitSource = null,
    confidence,
    why,
    field,
    period,
    item,
  } = column
  const conversion = conversionOf(column)
  return {
    ...{ index, header, role, confidence, why, period: period ?? null },
    ...(item !== undefined && { item }),
    ...(field && { field: field.id, fieldName: field.name, isNew: field.isNew }),
    ...(role === 'value' && { unit, unitSource, conversion }),
  }
}

function conversionOf({ unit, field }: PlanColumn): string | null {
  const from = unit === null ? null : parseUnit(unit)
  const to = field ? (fieldById(field.id)?.unit ?? null) : null
  if (!from || !to || from.id === to.id || !comparable(from, to)) return null
  return conversionText(from, to)
}
