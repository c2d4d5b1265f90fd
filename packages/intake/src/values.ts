import { readCell, type CellContext, type Reading } from './cell.ts'
import type { TextReader } from './decode.ts'
import { OddCells } from './odd-cells.ts'
import { parseUnit, reasonCode } from '@permu/metrics'
import { EMPTY, NUMBER, OTHER, parsed, parseNumber, shortNumber } from './number.ts'
import type { PlanColumn } from './plan.ts'
import type { ProblemLog } from './problem-log.ts'
import { cellText } from './records.ts'
import type { RecordView } from './record-view.ts'

/** A value column made ready for the hot loop. */
export interface ValueColumn {
  /** From 0. */
  k: number
  index: number
  header: string
  /** Among the value columns, from 0. */
  position: number
  /** -1 where the row names the quantity. */
  slot: number
  /** -1 where the row gives the period. */
  period: number
  context: CellContext
  unpublished: boolean
  readings: Map<string, Reading>
  odd: OddCells
}

/** The value of the last cell read. */
export const cell = { value: 0, decimals: 0, problem: false }

const NOT_REPORTED = reasonCode('not-reported')
const NOT_YET = reasonCode('not-yet-published')
const UNREADABLE = reasonCode('unreadable')

export function contextFor(unit: string | null, decimalComma: boolean): CellContext {
  const known = unit === null ? null : parseUnit(unit)
  return { unit: known, percent: known?.id === '%', decimalComma }
}

/** Whether short digits alone are a value of the column, with nothing to be told of them. */
export function takesDigits({ context, unpublished }: ValueColumn): boolean {
  return !context.decimalComma && !unpublished
}

/** Reads cells of value columns: numbers straight from bytes, everything else as text. */
export class ValueReader {
  private readonly text: TextReader
  private readonly log: ProblemLog

  constructor(text: TextReader, log: ProblemLog) {
    this.text = text
    this.log = log
  }

  /** The reason code of a cell; 0 for a number, which then stands in `cell`. */
  read(view: RecordView, column: ValueColumn, context: CellContext): number {
    const { k } = column
    cell.problem = false
    const kind = k < view.count ? fastKind(view, k) : EMPTY
    if (kind === EMPTY) return blankReason(column)
    const plain = kind === NUMBER && !context.decimalComma
    if (!plain || (parsed.percent && !context.percent)) {
      const known = context === column.context ? column.odd.find(view, k) : -1
      return known >= 0 ? recall(column, known) : this.slow(view, column, context)
    }
    cell.value = parsed.value
    cell.decimals = parsed.decimals
    column.unpublished = false
    return 0
  }

  private slow(view: RecordView, column: ValueColumn, context: CellContext): number {
    const text = cellText(view, column.k, this.text)
    const place = { row: view.row, column: column.index, header: column.header, text }
    if (this.text.damaged) {
      cell.problem = true
      this.log.report('encoding-mixed', place)
      return UNREADABLE
    }
    const reading = readingOf(text, column, context)
    if (reading.problem !== undefined) this.log.report(reading.problem, place)
    cell.problem = !reading.ok && reading.problem !== undefined
    const quiet = reading.problem === undefined && context === column.context
    if (!reading.ok) {
      if (text.trim() === '') return blankReason(column)
      const reason = reasonCode(reading.reason)
      if (quiet) column.odd.keep(view, column.k, { reason, value: 0, decimals: 0 })
      return reason
    }
    cell.value = reading.value
    cell.decimals = decimalsOf(text)
    if (quiet && reading.value >= 0) column.odd.keep(view, column.k, { reason: 0, ...cell })
    column.unpublished = false
    return 0
  }
}

function recall(column: ValueColumn, known: number): number {
  const { odd } = column
  const reason = odd.reasons[known] ?? 0
  if (reason !== 0) return reason
  cell.value = odd.values[known] ?? 0
  cell.decimals = odd.decimals[known] ?? 0
  column.unpublished = false
  return 0
}

function fastKind(view: RecordView, k: number): number {
  const decimals = view.decimals[k] ?? -1
  if (decimals >= 0) return shortNumber(view.digits[k] ?? 0, decimals)
  if ((view.kinds[k] ?? 0) > 1) return OTHER
  return parseNumber(view.bytes, view.starts[k] ?? 0, view.ends[k] ?? 0)
}

function blankReason(column: ValueColumn): number {
  return column.unpublished ? NOT_YET : NOT_REPORTED
}

const CACHE = 512

function readingOf(text: string, column: ValueColumn, context: CellContext): Reading {
  const key = `${context.unit?.id ?? ''}\n${text}`
  const known = column.readings.get(key)
  if (known !== undefined) return known
  const reading = readCell(text, context)
  if (column.readings.size < CACHE) column.readings.set(key, reading)
  return reading
}

function decimalsOf(text: string): number {
  return /[.．](\d+)/u.exec(text)?.[1]?.length ?? 0
}

export function valueColumn(
  column: PlanColumn,
  { slot, period, position }: { slot: number; period: number; position: number },
): ValueColumn {
  return {
    k: column.index - 1,
    index: column.index,
    header: column.header,
    slot,
    period,
    position,
    context: contextFor(column.unit, column.decimalComma === true),
    unpublished: column.unpublished === true,
    readings: new Map(),
    odd: new OddCells(),
  }
}
