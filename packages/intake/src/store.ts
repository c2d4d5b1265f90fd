import { type BlockBuilder, type BuilderList, Shelf, SILENT } from './block-builder.ts'
import type { TextReader } from './decode.ts'
import { builtInField } from './lexicon.ts'
import type { PeriodTable, ZoneTable } from './places.ts'
import type { FieldRef, Plan, Sink, Slot } from './plan.ts'
import type { ProblemLog } from './problem-log.ts'
import { FILLED, groupByPeriod, NOTHING, USEFUL, type Group } from './groups.ts'
import { createQuantities, createSlots } from './quantities.ts'
import type { MatchField, Quantities, SlotTable } from './quantities.ts'
import { createRowQuantities, type RowQuantities } from './row-quantities.ts'
import type { MakeScratch } from './scratch.ts'
import { markOf, Seen } from './seen.ts'
import { newTally, type Tally } from './tally.ts'
import { Claims } from './claims.ts'
import type { RecordView } from './record-view.ts'
import { Totals } from './totals.ts'
import { refusesRow } from './strict.ts'
import { compileColumns, isAdditive } from './value-columns.ts'
import { cell, formsTaken, ValueReader, type ValueColumn } from './values.ts'

export interface StoreOptions {
  plan: Plan
  sink: Sink
  log: ProblemLog
  text: TextReader
  periods: PeriodTable
  zones: ZoneTable
  matchField?: MatchField | undefined
  scratch?: MakeScratch | undefined
  /** Of the store beside which this one keeps figures of the other basis. */
  shared?: { table: SlotTable; tally: Tally; twin(field: FieldRef): FieldRef }
}

interface Place {
  zone: number
  period: number
}

/** Where rows become observations. */
export class Store {
  readonly slots: Slot[]
  readonly tally: Tally
  /** What the row last put is about: its period, and in a tidy file its quantity. */
  key = -1
  private readonly keyShift: number
  readonly table: SlotTable
  private readonly tidy: boolean
  private readonly log: ProblemLog
  private readonly columns: ValueColumn[]
  private readonly groups: Group[]
  private readonly named: RowQuantities
  private readonly quantities: Quantities
  private readonly single: { slots: Int32Array; builders: BuilderList }[] = []
  private readonly shelf: Shelf
  private readonly seen: Seen
  private readonly claims: Claims
  private readonly totals: Totals
  private readonly values: ValueReader
  private readonly lanes = new Map<number, number>()
  private lastKey = -1
  private lastLane = 0

  constructor(options: StoreOptions) {
    const { plan, sink, log, text, periods, zones, matchField, scratch, shared } = options
    const own = { table: createSlots(plan.slots), tally: newTally(), twin: itself }
    const { table, tally, twin } = shared ?? own
    this.table = table
    this.tally = tally
    this.keyShift = shared === undefined ? 0 : TWIN_KEYS
    this.shelf = new Shelf(sink)
    this.log = log
    this.slots = table.slots
    this.columns = compileColumns(plan, table.slots, { periods, zones })
    this.tidy = plan.columns.some(({ role }) => role === 'field')
    this.groups = this.tidy ? [] : groupByPeriod(this.columns)
    this.quantities = createQuantities(matchField ?? builtInField)
    const { quantities } = this
    this.named = createRowQuantities({ plan, text, table, quantities, log, twin })
    this.seen = new Seen(this.tidy ? 1 : Math.max(1, table.slots.length), scratch?.())
    this.claims = new Claims(this.seen, log)
    this.values = new ValueReader(text, log)
    const summed = this.columns.map(({ index, header, slot }) => {
      return { index, header, additive: this.tidy || isAdditive(table.slots[slot]) }
    })
    this.totals = new Totals(summed, log)
  }

  /** True if the row gave an observation. */
  put(view: RecordView, zone: number, period: number): boolean {
    if (this.tidy) return this.putNamed(view, { zone, period })
    this.key = period + this.keyShift
    let useful = false
    for (const group of this.groups) {
      if (this.putGroup(view, group, { zone, period })) useful = true
    }
    return useful
  }

  /** A row that sums up others: read, kept for the check, not stored. */
  sumUp(view: RecordView, period: number, row: { text: string; section: boolean }): void {
    const slot = this.tidy ? this.named.slotOf(view) : -1
    if (this.tidy && (slot < 0 || !isAdditive(this.slots[slot]))) return
    const found = this.columns.map((column) => {
      const context = slot < 0 ? column.context : this.named.contextOf(slot, column)
      const reason = this.values.read(view, column, context)
      return { value: reason === 0 ? cell.value : NaN, decimals: cell.decimals }
    })
    this.totals.total({
      ...row,
      row: view.row,
      periods: this.columns.map((column) => {
        const at = column.period >= 0 ? column.period : period
        return slot < 0 || at < 0 ? at : this.laneOf(at * 0x10000 + slot)
      }),
      values: found.map(({ value }) => value),
      decimals: found.map(({ decimals }) => decimals),
    })
  }

  /** As `key`, of a row that has not been put; -1 where it has none. */
  keyOf(view: RecordView, period: number): number {
    if (!this.tidy) return period < 0 ? -1 : period + this.keyShift
    const slot = this.named.slotOf(view)
    return slot < 0 ? -1 : (period + 1) * 0x10000 + slot + this.keyShift
  }

  /** Where a row has an error, tells of all in it and keeps nothing. */
  refuses(view: RecordView, zone: number, period: number): boolean {
    const { columns, tidy, seen, values, log } = this
    const laneOf = (at: number, slot: number) => this.laneOf(at * 0x10000 + slot)
    const named = tidy ? { quantities: this.named, laneOf } : null
    return refusesRow({ columns, named, seen, values, log }, view, { zone, period })
  }

  end(): void {
    this.totals.end()
    this.seen.end()
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
    builder.keep(place.zone, view.row)
    return found === USEFUL
  }

  // eslint-disable-next-line complexity -- runs for every cell of a wide file, in one loop
  private putCells(view: RecordView, group: Group, builder: BlockBuilder): number {
    const { ks, taken, slots, positions } = group
    const { forms, values, count } = view
    const { marks, base } = this.seen
    const { sums, base: sumBase } = this.totals
    const first = !group.repeats && this.seen.firstRow() === 0
    const row = builder.rows * builder.width
    let found = NOTHING
    let present = 0
    for (let j = 0; j < ks.length; j++) {
      const k = ks[j] ?? 0
      const form = k < count ? (forms[k] ?? -1) : -1
      const known = form >= 0 && form < (taken[j] ?? 0)
      const reason = known ? 0 : this.readCell(view, group, j)
      const value = known ? (values[k] ?? 0) : cell.value
      const at = row + j
      builder.values[at] = reason === 0 ? value : 0
      builder.reasons[at] = reason
      if (reason !== 0) {
        found = Math.max(found, cell.problem ? FILLED : USEFUL)
        continue
      }
      if (first) marks[base + (slots[j] ?? 0)] = markOf(value)
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
      group.taken[j] = formsTaken(column)
      return 0
    }
    this.totals.gap(column.position)
    this.tally.missing[reason] = (this.tally.missing[reason] ?? 0) + 1
    return reason
  }

  private claimAgain(view: RecordView, column: ValueColumn | undefined, value: number): boolean {
    return column !== undefined && this.claims.claim(view, column, { slot: column.slot, value })
  }

  private putNamed(view: RecordView, place: Place): boolean {
    const slot = this.named.slotOf(view)
    if (slot < 0) return false
    this.key = (place.period + 1) * 0x10000 + slot + this.keyShift
    let useful = false
    for (const column of this.columns) {
      const period = column.period >= 0 ? column.period : place.period
      const zone = column.zone >= 0 ? column.zone : place.zone
      if (period < 0 || zone < 0) continue
      const lane = this.laneOf(period * 0x10000 + slot)
      this.seen.at(zone, lane)
      const reason = this.values.read(view, column, this.named.contextOf(slot, column))
      if (reason === 0 && !this.claims.claim(view, column, { slot: 0, value: cell.value })) continue
      this.addNamed(reason, column, lane)
      this.putOne(view, reason, { zone, period, slot })
      if (!cell.problem) useful = true
    }
    return useful
  }

  /** Sums for the check of totals, of a lane. */
  private addNamed(reason: number, column: ValueColumn, lane: number): void {
    this.totals.at(lane)
    if (reason !== 0) this.totals.gap(column.position)
    else {
      const at = this.totals.base + column.position
      this.totals.sums[at] = (this.totals.sums[at] ?? 0) + cell.value
    }
  }

  /** A small number for each period and quantity. */
  private laneOf(key: number): number {
    if (key === this.lastKey) return this.lastLane
    const known = this.lanes.get(key)
    const lane = known ?? this.lanes.size
    if (known === undefined) this.lanes.set(key, lane)
    this.lastKey = key
    this.lastLane = lane
    return lane
  }

  private putOne(view: RecordView, reason: number, at: Place & { slot: number }): void {
    const own = (this.single[at.slot] ??= { slots: Int32Array.of(at.slot), builders: [] })
    const builder = this.shelf.builder(own.builders, own.slots, at.period)
    if (reason === 0) {
      this.seen.setRow(view.row)
      this.tally.cells++
    } else this.tally.missing[reason] = (this.tally.missing[reason] ?? 0) + 1
    builder.put(0, reason === 0 ? cell.value : 0, reason)
    builder.keep(at.zone, view.row)
  }
}

// Far beyond every key of the store itself.
const TWIN_KEYS = 2 ** 45

function itself(field: FieldRef): FieldRef {
  return field
}
