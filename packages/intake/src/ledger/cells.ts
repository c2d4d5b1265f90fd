import type { MissingReason } from '@permu/metrics'
import { readCell, type CellContext } from '../cell.ts'
import type { PlanColumn } from '../plan.ts'
import type { ProblemLog } from '../problem-log.ts'
import { severityOf, type Place } from '../problem.ts'
import { contextFor } from '../values.ts'
import { readDay, saysNothing } from './day.ts'
import { ledgerItem, type LedgerItem } from './items.ts'

/** One cell of a ledger: a number, or a text, or why there is neither. */
export interface LedgerCell {
  /** From 1. */
  column: number
  item: LedgerItem['id']
  /** Of a dated figure, such as tax. */
  period: string | null
  /** In the file's own unit. */
  value: number | null
  unit: string | null
  /** A text, or a date as ISO text; null for numbers. */
  text: string | null
  reason: MissingReason | null
}

/** A column of the plan made ready for its cells. */
export interface LedgerColumn {
  column: PlanColumn
  item: LedgerItem
  context: CellContext
}

// A long number that Excel has shortened: what stood behind it is lost.
const SCIENTIFIC = /^\d(\.\d+)?e\+?\d+$/iu

const NOT_BELOW_ZERO = new Set<LedgerItem['id']>(['project-tax'])

/** The columns that say something of a project. */
export function compileLedger(columns: readonly PlanColumn[]): LedgerColumn[] {
  return columns.flatMap((column) => {
    const item = column.item === undefined ? null : ledgerItem(column.item)
    if (item === null || item.kind === 'zone' || item.kind === 'zone-code') return []
    const { unit, decimalComma = false, unitSource } = column
    const traits = { carried: unitSource === 'cells', neverNegative: !NOT_BELOW_ZERO.has(item.id) }
    return [{ column, item, context: contextFor(unit, decimalComma, traits) }]
  })
}

interface Read {
  cell: LedgerCell
  /** The cell has an error. */
  bad: boolean
}

/** What one cell says; `text` is as the file has it. */
export function readLedgerCell(
  made: LedgerColumn,
  text: string,
  at: { row: number; log: ProblemLog },
): Read {
  const { column, item } = made
  const cell: LedgerCell = {
    column: column.index,
    item: item.id,
    period: column.period ?? null,
    value: null,
    unit: item.kind === 'number' ? column.unit : null,
    text: null,
    reason: null,
  }
  const place = { row: at.row, column: column.index, header: column.header, text }
  if (item.kind === 'number') return number(made, cell, { ...at, place })
  // Excel marks a text by an apostrophe before it.
  const clean = text
    .normalize('NFKC')
    .trim()
    .replace(/^['’‘]+/u, '')
  if (item.id === 'project-parcel' && SCIENTIFIC.test(clean)) {
    at.log.report('parcel-damaged', { ...place, text: clean })
    return { cell: { ...cell, reason: 'unreadable' }, bad: false }
  }
  if (saysNothing(clean)) return { cell: { ...cell, reason: 'not-reported' }, bad: false }
  if (item.kind === 'text') return { cell: { ...cell, text: clean }, bad: false }
  const day = readDay(clean)
  if (day !== null) return { cell: { ...cell, text: day }, bad: false }
  at.log.report('date-unparsed', place)
  return { cell: { ...cell, reason: 'unreadable' }, bad: true }
}

interface Telling {
  log: ProblemLog
  place: Place & { text: string }
}

function number({ context }: LedgerColumn, cell: LedgerCell, { log, place }: Telling): Read {
  const reading = readCell(place.text, context)
  const { problem, note } = reading
  if (note !== undefined) {
    const { column = null, header = null, text } = place
    log.once(`${note} ${String(column)} ${text.trim()}`, note, {
      column,
      header,
      text: text.trim(),
    })
  }
  if (problem !== undefined) log.report(problem, { ...place, ...conflict(problem, context, place) })
  if (reading.ok && reading.value < 0 && context.neverNegative) log.report('negative-value', place)
  const bad = problem !== undefined && severityOf(problem) === 'error'
  if (!reading.ok) return { cell: { ...cell, reason: reading.reason }, bad }
  return { cell: { ...cell, value: reading.value }, bad }
}

function conflict(
  problem: string,
  { unit }: CellContext,
  { text }: Telling['place'],
): Pick<Place, 'params'> {
  if (problem !== 'unit-conflict') return {}
  return { params: { stated: unit?.id ?? '—', other: text } }
}
