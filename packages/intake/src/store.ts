import { createBlockBuilder, SILENT, type BlockBuilder } from './block-builder.ts'
import type { TextReader } from './decode.ts'
import { builtInField } from './lexicon.ts'
import type { PeriodTable } from './places.ts'
import type { Plan, Sink, Skipped, Slot } from './plan.ts'
import type { ProblemLog } from './problem-log.ts'
import { createQuantities, createSlots } from './quantities.ts'
import type { ReaderOptions } from './reader.ts'
import { createRowQuantities } from './row-quantities.ts'
import { createSeen, markOf } from './seen.ts'
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
    return (
      found !== undefined && isAdditiveLabel(found.field.name) && !/[%‰/]/u.test(found.unit ?? '')
    )
  }

  function putGroup(view: RecordView, group: Group, at: { zone: number; period: number }): boolean {
    const { builder, columns: own } = group
    const period = group.period >= 0 ? group.period : at.period
    if (period < 0) return false
    seen.at(at.zone, period)
    totals.at(period)
    let filled = false
    let useful = false
    for (let j = 0; j < own.length; j++) {
      const column = own[j]
      if (column === undefined) continue
      const reason = putCell(view, column, { builder, place: j * builder.stride + builder.at })
      if (reason === SILENT) continue
      filled = true
      if (!cell.problem) useful = true
    }
    if (!filled) return false
    seen.setRow(view.row)
    builder.keep(at.zone, period, view.row)
    return useful
  }

  interface CellPlace {
    builder: BlockBuilder
    place: number
  }

  // Runs once for every cell of a wide file.
  function putCell(view: RecordView, column: ValueColumn, { builder, place }: CellPlace): number {
    let reason = read(view, column, column.context)
    builder.values[place] = 0
    if (reason === 0) {
      const { value } = cell
      if (claim(view, column, { slot: column.slot, value })) {
        const { sums } = totals
        const at = totals.base + column.position
        sums[at] = (sums[at] ?? 0) + value
        builder.values[place] = value
        tally.cells++
      } else reason = SILENT
    } else {
      totals.gap(column.position)
      tally.missing[reason] = (tally.missing[reason] ?? 0) + 1
    }
    builder.reasons[place] = reason
    return reason
  }

  /** False where the cell of zone, period and slot has a value already. */
  function claim(
    view: RecordView,
    column: ValueColumn,
    own: { slot: number; value: number },
  ): boolean {
    const at = seen.base + own.slot
    const mark = markOf(own.value)
    const known = seen.marks[at] ?? 0
    if (known === 0) {
      seen.marks[at] = mark
      return true
    }
    const place = { row: view.row, column: column.index, header: column.header }
    const params = { first: seen.firstRow() }
    if (known === mark) log.once(`duplicate ${view.row}`, 'duplicate-row', { ...place, params })
    else log.report('duplicate-observation', { ...place, text: String(own.value), params })
    return false
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
      if (!claim(view, column, { slot: 0, value: cell.value })) return false
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
  return values.map((column, position) => {
    const id = column.field?.id
    const slot = slots.findIndex(({ field, unit }) => field.id === id && unit === column.unit)
    const period = column.period == null ? -1 : periods.add(column.period)
    return valueColumn(column, { slot, period, position })
  })
}

function groupByPeriod(columns: ValueColumn[], emit: Sink['block']): Group[] {
  const periods = [...new Set(columns.map(({ period }) => period))]
  return periods.map((period) => {
    const own = columns.filter((column) => column.period === period && column.slot >= 0)
    return {
      period,
      columns: own,
      builder: createBlockBuilder(
        own.map((c) => c.slot),
        emit,
      ),
    }
  })
}
