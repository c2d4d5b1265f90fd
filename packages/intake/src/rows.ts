import type { TextReader } from './decode.ts'
import {
  AVERAGE,
  BLANK,
  createTextColumn,
  DAMAGED,
  FOOTER,
  HEADER,
  judgeAnchor,
  SUBTOTAL,
  TOTAL,
  type PeriodTable,
  type ZoneTable,
} from './places.ts'
import type { Plan, PlanColumn } from './plan.ts'
import type { ProblemLog } from './problem-log.ts'
import { cellText, recordTexts } from './records.ts'
import type { Store } from './store.ts'
import type { RecordView } from './tokenize.ts'
import { looksNumeric } from './guess.ts'

interface RowOptions {
  plan: Plan
  log: ProblemLog
  text: TextReader
  zones: ZoneTable
  periods: PeriodTable
  store: Store
}

/** Tells data rows from blanks, totals, footers and repeated headers. */
export interface RowJudge {
  record(view: RecordView): boolean
  /** What comes now is the last record, which no line end has closed. */
  closing(): void
}

const LONG_TEXT = 24
// A name that no data row has carried yet.
const UNPLACED = 0x7fffffff

export function createRowJudge({ plan, log, text, zones, periods, store }: RowOptions): RowJudge {
  const { tally } = store
  const zone = plan.columns.find(({ role }) => role === 'zone')
  const anchor = zone ?? plan.columns.find(({ role }) => role === 'field') ?? plan.columns[0]
  const anchors = createTextColumn((anchor?.index ?? 1) - 1, text)
  const verdicts: number[] = []
  const fixedZone = plan.zone
  const width = plan.columns.length
  const needed = Math.max(1, ...plan.columns.filter(isRead).map(({ index }) => index))
  const firstData = plan.headerRow === 0 ? 1 : plan.headerRow + plan.headerRows
  let inFooter = false
  let headerRowsLeft = 0
  let closing = false

  function verdictOf(view: RecordView): number {
    const id = anchors.idOf(view)
    const known = verdicts[id]
    if (known !== undefined) return known
    const label = anchors.texts[id] ?? ''
    let verdict = judgeAnchor(label, anchors.damaged[id] === true, anchor?.header ?? '')
    if (zone === undefined && verdict <= TOTAL) verdict = 0
    if (verdict === 0 && zone !== undefined) verdict = UNPLACED
    verdicts[id] = verdict
    return verdict
  }

  // A sentence alone in its line, below a table of several columns, is a note.
  function isTail(view: RecordView, label: string): boolean {
    return view.count === 1 && width > 2 && label.length > LONG_TEXT
  }

  // Only now: a text that stood in a footer must not become a zone.
  function zoneOf(view: RecordView, verdict: number): number {
    if (zone === undefined) return fixedZone === null ? -1 : zones.add(fixedZone, view)
    if (verdict !== UNPLACED) return verdict
    const id = anchors.idOf(view)
    const placed = zones.add(anchors.texts[id] ?? '', view)
    verdicts[id] = placed
    return placed
  }

  function record(view: RecordView): boolean {
    if (view.row < firstData) return true
    if (headerRowsLeft > 0) {
      headerRowsLeft--
      return true
    }
    const verdict = verdictOf(view)
    if (verdict < 0 || inFooter || view.count === 1) return special(view, verdict)
    data(view, verdict)
    return true
  }

  function special(view: RecordView, verdict: number): boolean {
    const cells = recordTexts(view, text).map((value) => value.trim())
    const filled = cells.filter((value) => value !== '')
    if (filled.length === 0) {
      tally.skipped.blank++
      return true
    }
    const first = filled[0] ?? ''
    const mark = verdict === BLANK ? judgeAnchor(first, false, '') : verdict
    if (mark === FOOTER || isNote(view, cells, filled)) skipFooter(view, first)
    else if (mark === HEADER) skipHeader(view, first)
    else if (mark <= TOTAL) skipTotal(view, { mark, text: first })
    else if (verdict === BLANK && zone !== undefined) reject(view, 'zone-missing', first)
    else if (verdict === DAMAGED) reject(view, 'encoding-mixed', first)
    else {
      inFooter = false
      data(view, Math.max(0, verdict))
    }
    return true
  }

  function isNote(view: RecordView, cells: string[], filled: string[]): boolean {
    if (isTail(view, filled[0] ?? '')) return true
    return inFooter && (filled.length === 1 || !cells.some(looksNumeric))
  }

  function skipFooter(view: RecordView, found: string): void {
    inFooter = true
    tally.skipped.footer++
    log.report('footer-row', { row: view.row, text: found })
  }

  function skipHeader(view: RecordView, found: string): void {
    inFooter = false
    tally.skipped.repeatedHeader++
    headerRowsLeft = plan.headerRows - 1
    log.report('repeated-header', { row: view.row, text: found })
  }

  function skipTotal(
    view: RecordView,
    { mark, text: found }: { mark: number; text: string },
  ): void {
    tally.skipped.totals++
    const kind = mark === TOTAL ? 'total' : mark === SUBTOTAL ? 'subtotal' : 'average'
    const column = zone?.index ?? null
    log.report('total-row', { row: view.row, column, text: found, params: { kind } })
    if (mark === AVERAGE) return
    store.sumUp(view, periods.ofRow(view), { text: found, section: mark === SUBTOTAL })
  }

  function reject(view: RecordView, code: 'zone-missing' | 'encoding-mixed', found: string): void {
    tally.rows++
    const { index = null, header = null } = zone ?? {}
    log.report(code, { row: view.row, column: index, header, text: found })
  }

  function data(view: RecordView, verdict: number): void {
    tally.rows++
    if (view.count !== width) checkWidth(view)
    const place = zoneOf(view, verdict)
    const period = periods.ofRow(view)
    if (period < 0 && hasRowPeriods) tellPeriod(view)
    if (place >= 0 && store.put(view, place, period)) tally.accepted++
  }

  const periodColumn = plan.columns.find(({ role }) => role === 'period')
  const hasRowPeriods = periodColumn !== undefined

  function tellPeriod(view: RecordView): void {
    const { index = 0, header = null } = periodColumn ?? {}
    const found = index <= view.count ? cellText(view, index - 1, text) : ''
    log.report('period-unparsed', { row: view.row, column: index, header, text: found })
  }

  function checkWidth(view: RecordView): void {
    if (view.count < needed) {
      const missing = plan.columns[view.count]
      const code = closing ? 'truncated-file' : 'missing-cell'
      const params = { cells: view.count, expected: width }
      const place = { row: view.row, column: view.count + 1, header: missing?.header ?? null }
      log.report(code, { ...place, params })
      return
    }
    for (let k = width; k < view.count; k++) {
      const extra = cellText(view, k, text).trim()
      if (extra === '') continue
      log.report('extra-cell', { row: view.row, column: k + 1, text: extra })
      return
    }
  }

  return {
    record,
    closing() {
      closing = true
    },
  }
}

function isRead({ role }: PlanColumn): boolean {
  return role !== 'ignored'
}
