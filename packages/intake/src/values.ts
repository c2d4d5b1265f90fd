import { readCell, type CellContext, type Note, type Reading } from './cell.ts'
import type { TextReader } from './decode.ts'
import { OddCells } from './odd-cells.ts'
import { parseUnit, reasonCode } from '@permu/metrics'
import { EMPTY, NUMBER, OTHER, parsed, parseNumber, knownNumber } from './number.ts'
import type { PlanColumn } from './plan.ts'
import { severityOf, type Place } from './problem.ts'
import type { ProblemLog } from './problem-log.ts'
import { cellText } from './records.ts'
import { WITH_PERCENT, type RecordView } from './record-view.ts'

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
  /** -1 where the row gives the zone. */
  zone: number
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
const CACHE = 512

interface Traits {
  carried?: boolean
  neverNegative?: boolean
}

export function contextFor(
  unit: string | null,
  decimalComma: boolean,
  { carried = false, neverNegative = false }: Traits = {},
): CellContext {
  const known = unit === null ? null : parseUnit(unit)
  const percent = known?.id === '%'
  const plain = !decimalComma && !carried
  return { unit: known, percent, decimalComma, carried, neverNegative, plain }
}

/** Forms below this are values of the column, with nothing to be told of them. */
export function formsTaken({ context, unpublished }: ValueColumn): number {
  if (!context.plain || unpublished) return 0
  return context.percent ? 2 * WITH_PERCENT : WITH_PERCENT
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
    if (kind !== NUMBER || !takesNumber(context, parsed.percent)) {
      return this.odd(view, column, context)
    }
    if (parsed.value < 0 && context.neverNegative) {
      this.tellNegative(view, column, String(parsed.value))
    }
    cell.value = parsed.value
    cell.decimals = parsed.decimals
    column.unpublished = false
    return 0
  }

  private odd(view: RecordView, column: ValueColumn, context: CellContext): number {
    const known = context === column.context ? column.odd.find(view, column.k) : -1
    return known >= 0 ? recall(column, known) : this.slow(view, column, context)
  }

  /** Whether the cell has an error, without a word; a number then stands in `cell`. */
  judge(view: RecordView, column: ValueColumn, context: CellContext): 'bad' | 'number' | 'none' {
    const kind = column.k < view.count ? fastKind(view, column.k) : EMPTY
    if (kind === EMPTY) return 'none'
    cell.value = parsed.value
    if (kind === NUMBER && context.plain && !parsed.percent) return 'number'
    return this.judgeText(cellText(view, column.k, this.text), context)
  }

  private judgeText(text: string, context: CellContext): 'bad' | 'number' | 'none' {
    if (this.text.damaged) return 'bad'
    const found = readCell(text, context)
    if (found.problem !== undefined && severityOf(found.problem) === 'error') return 'bad'
    if (found.ok) cell.value = found.value
    return found.ok ? 'number' : 'none'
  }

  private slow(view: RecordView, column: ValueColumn, context: CellContext): number {
    const text = cellText(view, column.k, this.text)
    const place = { row: view.row, column: column.index, header: column.header, text }
    if (this.text.damaged) {
      cell.problem = true
      this.log.report('encoding-mixed', place)
      return UNREADABLE
    }
    const reading = this.readingOf(text, column, context)
    this.tell(reading, place, context)
    cell.problem = !reading.ok && reading.problem !== undefined
    if (!reading.ok && text.trim() === '') return blankReason(column)
    const found = foundIn(reading, text)
    const quiet = reading.problem === undefined && context === column.context
    if (quiet && found.value >= 0) column.odd.keep(view, column.k, found)
    return take(column, found)
  }

  /** What is wrong or doubtful with a cell. */
  private tell(reading: Reading, place: Place & { text: string }, context: CellContext): void {
    if (reading.problem !== undefined) {
      const stated = context.unit?.id ?? '—'
      this.log.report(reading.problem, { ...place, ...conflictOf(reading, stated, place.text) })
    }
    if (reading.ok && reading.value < 0 && context.neverNegative) {
      this.log.report('negative-value', place)
    }
  }

  private readingOf(text: string, column: ValueColumn, context: CellContext): Reading {
    const key = `${context.unit?.id ?? ''}\n${text}`
    const known = column.readings.get(key)
    if (known !== undefined) return known
    const reading = readCell(text, context)
    if (column.readings.size < CACHE) column.readings.set(key, reading)
    if (reading.note !== undefined) this.tellNote(reading.note, column, text.trim())
    return reading
  }

  /** Once for each column, and for each token that stands for a missing value. */
  private tellNote(note: Note, { index, header }: ValueColumn, text: string): void {
    const key = `${note} ${String(index)} ${note === 'null-token' ? text : ''}`
    this.log.once(key, note, { column: index, header, text })
  }

  private tellNegative(view: RecordView, { index, header }: ValueColumn, text: string): void {
    this.log.report('negative-value', { row: view.row, column: index, header, text })
  }
}

function conflictOf(reading: Reading, stated: string, other: string): Pick<Place, 'params'> {
  return reading.problem === 'unit-conflict' ? { params: { stated, other } } : {}
}

/** What a cell says: a reason code, or 0 and a number. */
interface Found {
  reason: number
  value: number
  decimals: number
}

function foundIn(reading: Reading, text: string): Found {
  if (!reading.ok) return { reason: reasonCode(reading.reason), value: 0, decimals: 0 }
  return { reason: 0, value: reading.value, decimals: decimalsOf(text) }
}

function recall(column: ValueColumn, known: number): number {
  const { reasons, values, decimals } = column.odd
  const reason = reasons[known] ?? 0
  return take(column, { reason, value: values[known] ?? 0, decimals: decimals[known] ?? 0 })
}

function take(column: ValueColumn, { reason, value, decimals }: Found): number {
  if (reason !== 0) return reason
  cell.value = value
  cell.decimals = decimals
  column.unpublished = false
  return 0
}

function takesNumber(context: CellContext, percent: boolean): boolean {
  return percent ? context.percent && !context.decimalComma : context.plain
}

function fastKind(view: RecordView, k: number): number {
  const form = view.forms[k] ?? -1
  if (form >= 0) return knownNumber(view.values[k] ?? 0, form)
  if ((view.kinds[k] ?? 0) > 1) return OTHER
  return parseNumber(view.bytes, view.starts[k] ?? 0, view.ends[k] ?? 0)
}

function blankReason(column: ValueColumn): number {
  return column.unpublished ? NOT_YET : NOT_REPORTED
}

function decimalsOf(text: string): number {
  return /[.．](\d+)/u.exec(text)?.[1]?.length ?? 0
}

interface ColumnPlace {
  slot: number
  period: number
  zone: number
  position: number
  neverNegative: boolean
}

export function valueColumn(
  column: PlanColumn,
  { slot, period, zone, position, neverNegative }: ColumnPlace,
): ValueColumn {
  return {
    k: column.index - 1,
    index: column.index,
    header: column.header,
    slot,
    period,
    zone,
    position,
    context: contextFor(column.unit, column.decimalComma === true, {
      carried: column.unitSource === 'cells',
      neverNegative,
    }),
    unpublished: column.unpublished === true,
    readings: new Map(),
    odd: new OddCells(),
  }
}
