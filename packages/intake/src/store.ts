import { createBlockBuilder, SILENT, type BlockBuilder } from './block-builder.ts'
import type { TextReader } from './decode.ts'
import { builtInField } from './lexicon.ts'
import type { PeriodTable } from './places.ts'
import type { Plan, Sink, Skipped, Slot } from './plan.ts'
import type { ProblemLog } from './problem-log.ts'
import { createQuantities, createSlots } from './quantities.ts'
import type { ReaderOptions } from './reader.ts'
import { createRowQuantities } from './row-quantities.ts'
import { createSeen, NEW, OTHER_VALUE, SAME } from './seen.ts'
import type { RecordView } from './tokenize.ts'
import { createTotals, type Totals } from './totals.ts'
import { cell, createValueReader, valueColumn, type ValueColumn } from './values.ts'
import { isAdditiveLabel } from './words.ts'

/** Running counts of a pass. */
export interface Tally {
  rows: number
  accepted: number
  cells: number
  missing: Int32Array
  skipped: Skipped
}

/** Where rows become observations. */
export interface Store {
  tally: Tally
  slots: Slot[]
  columns: ValueColumn[]
  totals: Totals
  /** True if the row gave an observation. */
  put(view: RecordView, zone: number, period: number): boolean
  /** A row that sums up others: read, kept for the check, not stored. */
  sumUp(view: RecordView, period: number, row: { text: string; section: boolean }): void
  end(): void
}

interface StoreOptions {
  plan: Plan
  sink: Sink
  log: ProblemLog
  text: TextReader
  periods: PeriodTable
  options: ReaderOptions
}

interface Group {
  period: number
  columns: ValueColumn[]
  builder: BlockBuilder
}

export function createStore({ plan, sink, log, text, periods, options }: StoreOptions): Store {
  const table = createSlots(plan.slots)
  const columns = compileColumns(plan, table.slots, periods)
  const tidy = plan.columns.some(({ role }) => role === 'field')
  const emit = (block: Parameters<Sink['block']>[0]) => sink.block(block)
  const groups = tidy ? [] : groupByPeriod(columns, emit)
  const quantities = createQuantities(options.matchField ?? builtInField)
  const named = createRowQuantities({ plan, text, table, quantities, log })
  const single: (BlockBuilder | undefined)[] = []
  const seen = createSeen(tidy ? 1 : Math.max(1, table.slots.length))
  const totals = createTotals(
    columns.map(({ index, header, slot }) => ({ index, header, additive: isAdditive(slot) })),
    log,
  )
  const read = createValueReader(text, log)
  const tally: Tally = {
    rows: 0,
    accepted: 0,
    cells: 0,
    missing: new Int32Array(256),
    skipped: { blank: 0, totals: 0, footer: 0, repeatedHeader: 0 },
  }

  function isAdditive(slot: number): boolean {
    const found = table.slots[slot]
    return found !== undefined && isAdditiveLabel(found.field.name) && !/[%‰/]/u.test(found.unit ?? '')
  }

  // Runs once for every cell of a wide file.
  function putGroup(view: RecordView, group: Group, at: { zone: number; period: number }): boolean {
    const { builder } = group
    const period = group.period >= 0 ? group.period : at.period
    if (period < 0) return false
    const { stride, values, reasons } = builder
    seen.at(at.zone, period)
    let filled = false
    let useful = false
    for (let j = 0; j < group.columns.length; j++) {
      const column = group.columns[j]
      if (column === undefined) continue
      const place = j * stride + builder.at
      let reason = read(view, column, column.context)
      values[place] = 0
      if (reason === 0) {
        const state = seen.mark(column.slot, cell.value)
        if (state === NEW) {
          values[place] = cell.value
          totals.add(period, column.k, cell.value)
          tally.cells++
        } else {
          tellDuplicate(view, column, state)
          reason = SILENT
        }
      } else {
        totals.gap(period, column.k)
        tally.missing[reason] = (tally.missing[reason] ?? 0) + 1
      }
      reasons[place] = reason
      if (reason !== SILENT) filled = true
      if (reason !== SILENT && !cell.problem) useful = true
    }
    if (!filled) return false
    seen.setRow(view.row)
    builder.keep(at.zone, period, view.row)
    return useful
  }

  function tellDuplicate(view: RecordView, column: ValueColumn, state: number): void {
    const place = { row: view.row, column: column.index, header: column.header }
    const params = { first: seen.firstRow() }
    if (state === SAME) log.once(`duplicate ${view.row}`, 'duplicate-row', { ...place, params })
    if (state === OTHER_VALUE) {
      log.report('duplicate-observation', { ...place, text: String(cell.value), params })
    }
  }

  function putNamed(view: RecordView, zone: number, rowPeriod: number): boolean {
    const slot = named.slotOf(view)
    if (slot < 0) return false
    let useful = false
    for (const column of columns) {
      const period = column.period >= 0 ? column.period : rowPeriod
      if (period < 0) continue
      if (putOne(view, column, { zone, period, slot })) useful = true
    }
    return useful
  }

  interface One {
    zone: number
    period: number
    slot: number
  }

  function putOne(view: RecordView, column: ValueColumn, { zone, period, slot }: One): boolean {
    const builder = (single[slot] ??= createBlockBuilder([slot], emit))
    const reason = read(view, column, named.contextOf(slot, column))
    seen.at(zone, period * 0x10000 + slot)
    if (reason === 0) {
      const state = seen.mark(0, cell.value)
      if (state !== NEW) {
        tellDuplicate(view, column, state)
        return false
      }
      seen.setRow(view.row)
      tally.cells++
    } else tally.missing[reason] = (tally.missing[reason] ?? 0) + 1
    builder.values[builder.at] = reason === 0 ? cell.value : 0
    builder.reasons[builder.at] = reason
    builder.keep(zone, period, view.row)
    return !cell.problem
  }

  return {
    tally,
    slots: table.slots,
    columns,
    totals,
    put(view, zone, period) {
      if (tidy) return putNamed(view, zone, period)
      let useful = false
      for (const group of groups) {
        if (putGroup(view, group, { zone, period })) useful = true
      }
      return useful
    },
    sumUp(view, period, { text: label, section }) {
      if (tidy) return
      const reasons = columns.map((column) => readQuietly(view, column))
      totals.total({
        row: view.row,
        text: label,
        section,
        periods: columns.map((column) => (column.period >= 0 ? column.period : period)),
        values: reasons.map(({ value }) => value),
        decimals: reasons.map(({ decimals }) => decimals),
      })
    },
    end() {
      totals.end()
      for (const { builder } of groups) builder.flush()
      for (const builder of single) builder?.flush()
      for (const found of quantities.problems) log.report(found.code, found)
    },
  }

  function readQuietly(view: RecordView, column: ValueColumn): { value: number; decimals: number } {
    const reason = read(view, column, column.context)
    return { value: reason === 0 ? cell.value : NaN, decimals: cell.decimals }
  }
}

function compileColumns(plan: Plan, slots: Slot[], periods: PeriodTable): ValueColumn[] {
  const values = plan.columns.filter(({ role }) => role === 'value')
  return values.map((column) => {
    const id = column.field?.id
    const slot = slots.findIndex(({ field, unit }) => field.id === id && unit === column.unit)
    const period = column.period == null ? -1 : periods.add(column.period)
    return valueColumn(column, { slot, period })
  })
}

function groupByPeriod(columns: ValueColumn[], emit: Sink['block']): Group[] {
  const periods = [...new Set(columns.map(({ period }) => period))]
  return periods.map((period) => {
    const own = columns.filter((column) => column.period === period && column.slot >= 0)
    return { period, columns: own, builder: createBlockBuilder(own.map((c) => c.slot), emit) }
  })
}
