import { type BlockBuilder, type BuilderList, Shelf, SILENT } from './block-builder.ts'
import { isSet } from './bytes.ts'
import type { TextReader } from './decode.ts'
import { builtInField } from './lexicon.ts'
import type { PeriodTable } from './places.ts'
import type { Plan, Sink, Skipped, Slot } from './plan.ts'
import type { ProblemLog } from './problem-log.ts'
import { FILLED, groupByPeriod, NOTHING, USEFUL, type Group } from './groups.ts'
import { POWERS } from './number.ts'
import { createQuantities, createSlots, type MatchField, type Quantities } from './quantities.ts'
import { createRowQuantities, type RowQuantities } from './row-quantities.ts'
import { markOf, Seen, shortMarkOf } from './seen.ts'
import type { RecordView } from './record-view.ts'
import { Totals } from './totals.ts'
import { cell, takesDigits, ValueReader, valueColumn, type ValueColumn } from './values.ts'
import { isAdditiveLabel } from './words.ts'

/** Running counts of a pass. */
export interface Tally {
  rows: number
  accepted: number
  cells: number
  missing: Int32Array
  skipped: Skipped
}

export interface StoreOptions {
  plan: Plan
  sink: Sink
  log: ProblemLog
  text: TextReader
  periods: PeriodTable
  matchField?: MatchField | undefined
}

interface Place {
  zone: number
  period: number
}

/** Where rows become observations. */
export class Store {
  readonly slots: Slot[]
  readonly tally: Tally = {
    rows: 0,
    accepted: 0,
    cells: 0,
    missing: new Int32Array(256),
    skipped: { blank: 0, totals: 0, footer: 0, repeatedHeader: 0 },
  }
  private readonly tidy: boolean
  private readonly log: ProblemLog
  private readonly columns: ValueColumn[]
  private readonly groups: Group[]
  private readonly named: RowQuantities
  private readonly quantities: Quantities
  private readonly single: { slots: Int32Array; builders: BuilderList }[] = []
  private readonly shelf: Shelf
  private readonly seen: Seen
  private readonly totals: Totals
  private readonly values: ValueReader

  constructor({ plan, sink, log, text, periods, matchField }: StoreOptions) {
    const table = createSlots(plan.slots)
    this.shelf = new Shelf(sink)
    this.log = log
    this.slots = table.slots
    this.columns = compileColumns(plan, table.slots, periods)
    this.tidy = plan.columns.some(({ role }) => role === 'field')
    this.groups = this.tidy ? [] : groupByPeriod(this.columns)
    this.quantities = createQuantities(matchField ?? builtInField)
    this.named = createRowQuantities({ plan, text, table, quantities: this.quantities, log })
    this.seen = new Seen(this.tidy ? 1 : Math.max(1, table.slots.length))
    this.values = new ValueReader(text, log)
    const summed = this.columns.map(({ index, header, slot }) => {
      return { index, header, additive: isAdditive(table.slots[slot]) }
    })
    this.totals = new Totals(summed, log)
  }

  /** True if the row gave an observation. */
  put(view: RecordView, zone: number, period: number): boolean {
    if (this.tidy) return this.putNamed(view, { zone, period })
    let useful = false
    for (const group of this.groups) {
      if (this.putGroup(view, group, { zone, period })) useful = true
    }
    return useful
  }

  /** A row that sums up others: read, kept for the check, not stored. */
  sumUp(view: RecordView, period: number, row: { text: string; section: boolean }): void {
    if (this.tidy) return
    const found = this.columns.map((column) => {
      const reason = this.values.read(view, column, column.context)
      return { value: reason === 0 ? cell.value : NaN, decimals: cell.decimals }
    })
    this.totals.total({
      ...row,
      row: view.row,
      periods: this.columns.map((column) => (column.period >= 0 ? column.period : period)),
      values: found.map(({ value }) => value),
      decimals: found.map(({ decimals }) => decimals),
    })
  }

  end(): void {
    this.totals.end()
    this.shelf.flush()
    for (const found of this.quantities.problems) this.log.report(found.code, found)
  }

  private putGroup(view: RecordView, group: Group, place: Place): boolean {
    const period = group.period >= 0 ? group.period : place.period
    if (period < 0) return false
    this.seen.at(place.zone, period)
    this.totals.at(period)
    const builder = this.shelf.builder(group.builders, group.slots, period)
    const found = this.putCells(view, group, builder)
    if (found === NOTHING) return false
    this.seen.setRow(view.row)
    builder.keep(place.zone, period, view.row)
    return found === USEFUL
  }

  // eslint-disable-next-line complexity -- runs for every cell of a wide file, in one loop
  private putCells(view: RecordView, group: Group, builder: BlockBuilder): number {
    const { ks, direct, slots, positions } = group
    const { decimals, digits, count } = view
    const { marks, base, short } = this.seen
    const { sums, base: sumBase } = this.totals
    const first = !group.repeats && this.seen.firstRow() === 0
    const { stride, rows } = builder
    let found = NOTHING
    let present = 0
    for (let j = 0; j < ks.length; j++) {
      const k = ks[j] ?? 0
      const places = k < count && direct[j] === 1 ? (decimals[k] ?? -1) : -1
      const reason = places < 0 ? this.readCell(view, group, j) : 0
      const value = places < 0 ? cell.value : (digits[k] ?? 0) / (POWERS[places] ?? 1)
      const at = j * stride + rows
      builder.values[at] = reason === 0 ? value : 0
      builder.reasons[at] = reason
      if (reason !== 0) {
        found = Math.max(found, cell.problem ? FILLED : USEFUL)
        continue
      }
      if (first) marks[base + (slots[j] ?? 0)] = short ? shortMarkOf(value) : markOf(value)
      else if (!this.claimAgain(view, group.columns[j], value)) {
        builder.values[at] = 0
        builder.reasons[at] = SILENT
        continue
      }
      const sum = sumBase + (positions[j] ?? 0)
      sums[sum] = (sums[sum] ?? 0) + value
      present++
      found = USEFUL
    }
    this.tally.cells += present
    return found
  }

  /** The reason code of a cell that is not mere digits; 0 for a number, which stands in `cell`. */
  private readCell(view: RecordView, group: Group, j: number): number {
    const column = group.columns[j]
    if (column === undefined) return SILENT
    const reason = this.values.read(view, column, column.context)
    if (reason === 0) {
      group.direct[j] = takesDigits(column) ? 1 : 0
      return 0
    }
    this.totals.gap(column.position)
    this.tally.missing[reason] = (this.tally.missing[reason] ?? 0) + 1
    return reason
  }

  private claimAgain(view: RecordView, column: ValueColumn | undefined, value: number): boolean {
    return column !== undefined && this.claim(view, column, { slot: column.slot, value })
  }

  /** False where the cell of zone, period and slot has a value already. */
  private claim(
    view: RecordView,
    column: ValueColumn,
    of: { slot: number; value: number },
  ): boolean {
    const { seen } = this
    const { slot, value } = of
    const at = seen.base + slot
    const mark = seen.short ? shortMarkOf(value) : markOf(value)
    const known = seen.marks[at] ?? 0
    if (known === 0) {
      seen.marks[at] = mark
      return true
    }
    const { index, header } = column
    const place = { row: view.row, column: index, header, params: { first: seen.firstRow() } }
    if (known === mark) this.log.once(`duplicate ${view.row}`, 'duplicate-row', place)
    else this.log.report('duplicate-observation', { ...place, text: String(value) })
    return false
  }

  private putNamed(view: RecordView, place: Place): boolean {
    const slot = this.named.slotOf(view)
    if (slot < 0) return false
    let useful = false
    for (const column of this.columns) {
      const period = column.period >= 0 ? column.period : place.period
      if (period < 0) continue
      this.seen.at(place.zone, period * 0x10000 + slot)
      const reason = this.values.read(view, column, this.named.contextOf(slot, column))
      if (reason === 0 && !this.claim(view, column, { slot: 0, value: cell.value })) continue
      this.putOne(view, reason, { zone: place.zone, period, slot })
      if (!cell.problem) useful = true
    }
    return useful
  }

  private putOne(view: RecordView, reason: number, at: Place & { slot: number }): void {
    const own = (this.single[at.slot] ??= { slots: Int32Array.of(at.slot), builders: [] })
    const builder = this.shelf.builder(own.builders, own.slots, at.period)
    if (reason === 0) {
      this.seen.setRow(view.row)
      this.tally.cells++
    } else this.tally.missing[reason] = (this.tally.missing[reason] ?? 0) + 1
    builder.put(0, reason === 0 ? cell.value : 0, reason)
    builder.keep(at.zone, at.period, view.row)
  }
}

function isAdditive(slot: Slot | undefined): boolean {
  if (slot === undefined || !isAdditiveLabel(slot.field.name)) return false
  return !/[%‰/]/u.test(slot.unit ?? '')
}

function compileColumns(plan: Plan, slots: Slot[], periods: PeriodTable): ValueColumn[] {
  const values = plan.columns.filter(({ role }) => role === 'value')
  return values.map((column, position) => {
    const id = column.field?.id
    const slot = slots.findIndex(({ field, unit }) => field.id === id && unit === column.unit)
    const period = isSet(column.period) ? periods.add(column.period) : -1
    return valueColumn(column, { slot, period, position })
  })
}
