import type { TextReader } from './decode.ts'
import type { Correction, Plan, Replacement } from './plan.ts'
import { cellText, type TextRecord } from './records.ts'
import { CELL_LIMIT, createView, growCells, type RecordView } from './record-view.ts'
import { encodeUtf8 } from './utf8.ts'

/** What a person rewrote, laid over the records of a file; the file itself stays as it is. */
export interface Corrector {
  /** The record as the person wants it read; the same object where nothing changes. */
  apply(view: RecordView): RecordView
  /** Corrections of rows that the file does not have. */
  unused(): Correction[]
}

type Rewritten = Map<number, string>

/** Null where the plan changes no cell, so that such files pay nothing; records must be UTF-8. */
export function createCorrector(plan: Plan, text: TextReader): Corrector | null {
  if (plan.corrections.length === 0 && plan.replacements.length === 0) return null
  const rows = correctionsByRow(plan.corrections)
  const waiting = new Set(rows.keys())
  const replace = createReplacer(plan.replacements)
  const firstData = plan.headerRow + plan.headerRows
  const scratch = createView()
  return {
    apply(view) {
      const own = rows.get(view.row)
      waiting.delete(view.row)
      const isData = plan.headerRow === 0 || view.row >= firstData
      const found = isData ? replacedCells(view, text, replace) : null
      if (own === undefined && found === null) return view
      return rewrite(view, new Map([...(found ?? []), ...(own ?? [])]), scratch)
    },
    unused: () =>
      plan.corrections.filter(({ row, column }) => {
        return waiting.has(row) || column > CELL_LIMIT
      }),
  }
}

/** The sample of a file with the corrections in it. */
export function correctRecords(records: TextRecord[], corrections: Correction[]): TextRecord[] {
  if (corrections.length === 0) return records
  const rows = correctionsByRow(corrections)
  return records.map((record) => {
    const own = rows.get(record.row)
    return own === undefined ? record : withCells(record, own)
  })
}

/** The sample's data rows with the replacements in them; corrected rows keep what was written. */
export function replaceRecords(
  records: TextRecord[],
  { corrections, replacements }: Pick<Plan, 'corrections' | 'replacements'>,
): TextRecord[] {
  if (replacements.length === 0) return records
  const replace = createReplacer(replacements) ?? (() => null)
  const rows = correctionsByRow(corrections)
  return records.map((record) => {
    const found: Rewritten = new Map()
    for (const [k, cell] of record.cells.entries()) {
      const text = rows.get(record.row)?.has(k) === true ? null : replace(k, cell)
      if (text !== null) found.set(k, text)
    }
    return found.size === 0 ? record : withCells(record, found)
  })
}

function withCells(record: TextRecord, texts: Rewritten): TextRecord {
  const cells = [...record.cells]
  for (const [k, text] of texts) {
    while (cells.length < k) cells.push('')
    cells[k] = text
  }
  return { ...record, cells, blank: cells.every((cell) => cell.trim() === '') }
}

function correctionsByRow(corrections: Correction[]): Map<number, Rewritten> {
  const rows = new Map<number, Rewritten>()
  for (const { row, column, text } of corrections) {
    if (column < 1 || column > CELL_LIMIT) continue
    const cells = rows.get(row) ?? new Map<number, string>()
    rows.set(row, cells.set(column - 1, text))
  }
  return rows
}

type Replacer = (k: number, cell: string) => string | null

function createReplacer(replacements: Replacement[]): Replacer | null {
  if (replacements.length === 0) return null
  const everywhere = textsOf(replacements, null)
  const columns = new Map(
    replacements.flatMap(({ column }) => {
      return column === null ? [] : [[column - 1, textsOf(replacements, column)] as const]
    }),
  )
  return (k, cell) => {
    const text = cell.trim()
    return columns.get(k)?.get(text) ?? everywhere.get(text) ?? null
  }
}

function textsOf(replacements: Replacement[], column: number | null): Map<string, string> {
  const own = replacements.filter((replacement) => replacement.column === column)
  return new Map(own.map(({ find, replace }) => [find.trim(), replace]))
}

function replacedCells(
  view: RecordView,
  reader: TextReader,
  replace: Replacer | null,
): Rewritten | null {
  if (replace === null) return null
  const found: Rewritten = new Map()
  for (let k = 0; k < view.count; k++) {
    const text = replace(k, cellText(view, k, reader))
    if (text !== null) found.set(k, text)
  }
  return found.size === 0 ? null : found
}

/** The record again in bytes of its own, with some cells changed and absent ones added. */
function rewrite(view: RecordView, texts: Rewritten, target: RecordView): RecordView {
  const count = Math.max(view.count, ...[...texts.keys()].map((k) => k + 1))
  while (target.starts.length < count) growCells(target)
  const cells = Array.from({ length: count }, (_, k) => cellBytes(view, k, texts.get(k)))
  target.bytes = new Uint8Array(cells.reduce((sum, cell) => sum + cell.length, 0))
  let at = 0
  for (const [k, cell] of cells.entries()) {
    target.bytes.set(cell, at)
    target.starts[k] = at
    at += cell.length
    target.ends[k] = at
    target.kinds[k] = texts.has(k) || k >= view.count ? 0 : (view.kinds[k] ?? 0)
  }
  target.count = count
  target.row = view.row
  target.byte = view.byte
  return target
}

function cellBytes(view: RecordView, k: number, text: string | undefined): Uint8Array {
  if (text !== undefined) return encodeUtf8(text)
  return k < view.count ? view.bytes.subarray(view.starts[k], view.ends[k]) : new Uint8Array(0)
}
