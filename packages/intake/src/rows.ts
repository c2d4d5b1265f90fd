import type { TextReader } from './decode.ts'
import { looksNumeric } from './guess.ts'
import * as mark from './anchor.ts'
import type { PeriodTable, ZoneTable } from './places.ts'
import type { Plan, PlanColumn } from './plan.ts'
import type { ProblemLog } from './problem-log.ts'
import { cellText, recordTexts } from './records.ts'
import type { Store } from './store.ts'
import type { Tally } from './tally.ts'
import { copyInto } from './bytes.ts'
import { isWholeYear } from './basis.ts'
import { createTextColumn, type TextColumn } from './text-column.ts'
import type { RecordView } from './record-view.ts'
import { changedHeader } from './repeated-header.ts'
import { ZoneGroup } from './zone-group.ts'

export interface RowOptions {
  plan: Plan
  log: ProblemLog
  text: TextReader
  zones: ZoneTable
  periods: PeriodTable
  store: Store
  /** For rows whose figures have the other basis than the plan's. */
  twin(): Store
}

const LONG_TEXT = 24
// A name that no data row has carried yet.
const UNPLACED = 0x7fffffff
const UNJUDGED = -0x80000000

/** Tells data rows from blanks, totals, footers and repeated headers. */
export class RowJudge {
  private readonly options: RowOptions
  private readonly tally: Tally
  private readonly zone: PlanColumn | undefined
  private readonly period: PlanColumn | undefined
  private readonly anchor: PlanColumn | undefined
  private readonly anchors: TextColumn
  private verdicts = new Int32Array(1024).fill(UNJUDGED)
  private readonly width: number
  private readonly needed: number
  private readonly firstData: number
  private inFooter = false
  private headerRowsLeft = 0
  /** Below a header that differs from the first: what stands there is not read. */
  private foreign = false
  private last = false
  private readonly strict: boolean
  /** The columns name the zones. */
  private readonly across: boolean
  private readonly sums: boolean
  private faultRow = 0
  private readonly group: ZoneGroup

  constructor(options: RowOptions) {
    const { columns, headerRow, headerRows } = options.plan
    const find = (role: PlanColumn['role']) => columns.find((column) => column.role === role)
    this.options = options
    this.tally = options.store.tally
    this.zone = find('zone')
    this.period = find('period')
    this.anchor = this.zone ?? find('field') ?? columns[0]
    this.anchors = createTextColumn((this.anchor?.index ?? 1) - 1, options.text)
    this.width = columns.length
    const read = columns.filter(({ role }) => role !== 'ignored')
    this.needed = Math.max(1, ...read.map(({ index }) => index))
    this.strict = options.plan.policy === 'skip-rows'
    this.across = columns.some(({ zone }) => zone !== undefined)
    this.sums = this.period?.basis === 'cumulative'
    this.group = new ZoneGroup(options)
    this.firstData = headerRow === 0 ? 1 : headerRow + headerRows
  }

  /** What comes now is the last record, which no line end has closed. */
  closing(): void {
    this.last = true
  }

  /** The row cannot be trusted: a quote in it is never closed. */
  fault(row: number): void {
    this.faultRow = row
  }

  end(): void {
    this.group.end(this.zone)
  }

  record(view: RecordView): true {
    if (view.row < this.firstData) return true
    if (this.headerRowsLeft > 0) {
      this.headerRowsLeft--
      return true
    }
    const verdict = this.verdictOf(view)
    if (this.foreign && verdict !== mark.HEADER) {
      if (verdict >= 0) this.tally.rows++
      return true
    }
    if (verdict < 0 || this.inFooter || view.count === 1) this.special(view, verdict)
    else this.data(view, verdict)
    return true
  }

  private verdictOf(view: RecordView): number {
    const id = this.anchors.idOf(view)
    const known = this.verdicts[id] ?? UNJUDGED
    return known === UNJUDGED ? this.judge(id) : known
  }

  private judge(id: number): number {
    if (id >= this.verdicts.length) this.growVerdicts()
    const text = this.anchors.texts[id] ?? ''
    const damaged = this.anchors.damaged[id] === true
    let verdict = mark.judgeAnchor(text, damaged, this.anchor?.header ?? '')
    const names = this.zone === undefined || this.zone.totalsAreZones === true
    if (names && verdict <= mark.TOTAL) verdict = mark.NAME
    if (this.zone !== undefined && verdict === mark.NAME) verdict = UNPLACED
    this.verdicts[id] = verdict
    return verdict
  }

  private growVerdicts(): void {
    const larger = new Int32Array(this.verdicts.length * 2).fill(UNJUDGED)
    this.verdicts = copyInto(larger, this.verdicts)
  }

  private special(view: RecordView, verdict: number): void {
    const cells = recordTexts(view, this.options.text).map((value) => value.trim())
    const filled = cells.filter((value) => value !== '')
    const [first] = filled
    if (first === undefined) {
      this.group.close()
      this.tally.skipped.blank++
      return
    }
    const found = verdict === mark.BLANK ? mark.judgeAnchor(first, false, '') : verdict
    if (found === mark.FOOTER || this.isNote(view, cells, filled)) this.skipFooter(view, first)
    else if (found === mark.HEADER) this.skipHeader(view, first, cells)
    else if (found <= mark.TOTAL) this.skipTotal(view, found, first)
    else this.unusual(view, verdict, first)
  }

  private unusual(view: RecordView, verdict: number, first: string): void {
    this.inFooter = false
    if (verdict === mark.DAMAGED) this.reject(view, 'encoding-mixed', first)
    else if (verdict === mark.BLANK && this.zone !== undefined) this.nameless(view, first)
    else this.data(view, verdict)
  }

  /** A merged cell names a zone once; what stands below it is filled in where that is proved. */
  private nameless(view: RecordView, first: string): void {
    const period = this.period === undefined ? -1 : this.options.periods.ofRow(view)
    const zone = this.group.zoneFor(view, period)
    if (zone < 0) this.reject(view, 'zone-missing', first)
    else this.data(view, zone, true)
  }

  /** A sentence alone in its line below a table, or one that goes on from the note above. */
  private isNote(view: RecordView, cells: string[], filled: string[]): boolean {
    const alone = view.count === 1 && this.width > 2
    if (alone && (filled[0] ?? '').length > LONG_TEXT) return true
    return this.inFooter && (filled.length === 1 || !cells.some(looksNumeric))
  }

  private skipFooter(view: RecordView, text: string): void {
    this.inFooter = true
    this.group.close()
    this.tally.skipped.footer++
    this.options.log.report('footer-row', { row: view.row, text })
  }

  private skipHeader({ row }: RecordView, text: string, cells: readonly string[]): void {
    const { plan, log } = this.options
    this.inFooter = false
    this.group.close()
    this.tally.skipped.repeatedHeader++
    this.headerRowsLeft = plan.headerRows - 1
    const changed = changedHeader(plan, cells)
    this.foreign = changed !== null
    if (changed === null) log.report('repeated-header', { row, text })
    else log.report('header-changed', { row, ...changed })
  }

  private skipTotal(view: RecordView, found: number, text: string): void {
    const { log, store, periods } = this.options
    this.tally.skipped.totals++
    this.group.close()
    const kind = found === mark.TOTAL ? 'total' : found === mark.SUBTOTAL ? 'subtotal' : 'average'
    const column = this.zone?.index ?? null
    log.report('total-row', { row: view.row, column, text, params: { kind } })
    if (found === mark.AVERAGE) return
    const period = periods.ofRow(view)
    const own = periods.cumulative === this.sums ? store : this.other(period)
    own.sumUp(view, period, { text, section: found === mark.SUBTOTAL })
  }

  private reject(view: RecordView, code: 'zone-missing' | 'encoding-mixed', text: string): void {
    this.tally.rows++
    const { index = null, header = null } = this.zone ?? {}
    this.options.log.report(code, { row: view.row, column: index, header, text })
  }

  private data(view: RecordView, verdict: number, filled = false): void {
    const { periods } = this.options
    this.tally.rows++
    if (view.count !== this.width) this.checkWidth(view)
    const period = periods.ofRow(view)
    if (period < 0 && this.period !== undefined) {
      this.tellPeriod(view, this.period)
      return
    }
    const store = periods.cumulative === this.sums ? this.options.store : this.other(period)
    if (this.strict && this.isFaulty(view, store, { verdict, period })) return
    this.put(view, store, { zone: this.zoneOf(view, verdict), period, filled })
  }

  private put(
    view: RecordView,
    store: Store,
    { zone, period, filled }: { zone: number; period: number; filled: boolean },
  ): void {
    if (zone < 0) return
    if (store.put(view, zone, period)) this.tally.accepted++
    if (!filled) this.group.open(zone)
    this.group.add(store.key)
  }

  // A year's own figure and the one from January to December are the same.
  private other(period: number): Store {
    const { store, periods, twin } = this.options
    return isWholeYear(periods.periods[period] ?? '') ? store : twin()
  }

  private isFaulty(
    view: RecordView,
    store: Store,
    { verdict, period }: { verdict: number; period: number },
  ): boolean {
    if (this.faultRow === view.row) return true
    const zone = this.across ? 0 : verdict
    return store.refuses(view, zone === UNPLACED ? -1 : zone, period)
  }

  // Only now: a text that stood in a footer or in a row without period must not become a zone.
  private zoneOf(view: RecordView, verdict: number): number {
    const { plan, zones } = this.options
    if (this.across) return 0
    if (this.zone === undefined) return plan.zone === null ? -1 : zones.add(plan.zone, view)
    if (verdict !== UNPLACED) return verdict
    const id = this.anchors.idOf(view)
    const placed = zones.add(this.anchors.texts[id] ?? '', view)
    this.verdicts[id] = placed
    return placed
  }

  private tellPeriod(view: RecordView, { index, header }: PlanColumn): void {
    const { log, text } = this.options
    const found = index <= view.count ? cellText(view, index - 1, text) : ''
    log.report('period-unparsed', { row: view.row, column: index, header, text: found })
  }

  private checkWidth(view: RecordView): void {
    const { plan, log, text } = this.options
    if (view.count < this.needed) {
      const header = plan.columns[view.count]?.header ?? null
      const params = { cells: view.count, expected: this.width }
      const place = { row: view.row, column: view.count + 1, header, params }
      log.report(this.last ? 'truncated-file' : 'missing-cell', place)
      return
    }
    for (let k = this.width; k < view.count; k++) {
      const extra = cellText(view, k, text).trim()
      if (extra === '') continue
      log.report('extra-cell', { row: view.row, column: k + 1, text: extra })
      return
    }
  }
}
