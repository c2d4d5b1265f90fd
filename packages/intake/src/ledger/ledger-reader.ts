import * as mark from '../anchor.ts'
import { createCorrector } from '../corrections.ts'
import { createNormaliser, createTextReader, delimiterByte, quoteByte } from '../decode.ts'
import type { Plan, PlanColumn, Summary, ZoneSeen } from '../plan.ts'
import { createProblemLog, type ProblemLog } from '../problem-log.ts'
import { severityOf, type Problem, type ProblemCode } from '../problem.ts'
import { recordTexts } from '../records.ts'
import type { RecordView } from '../record-view.ts'
import { changedHeader } from '../repeated-header.ts'
import { Tokenizer } from '../tokenize.ts'
import { wordOf } from '../words.ts'
import { saysNothing } from './day.ts'
import { compileLedger, readLedgerCell, type LedgerCell } from './cells.ts'
import { createRepeats } from './repeats.ts'
import { isPartOfAbove, judgeProject } from './sums.ts'
import { createTally } from './tally.ts'

export type { LedgerCell } from './cells.ts'

/** One project or parcel as its row says it. */
export interface LedgerRow {
  /** File row from 1. */
  row: number
  /** Index into the reader's zones. */
  zone: number
  /** What makes it the same project in another file: its parcel, else its name. */
  key: string
  cells: LedgerCell[]
}

/** Where a reader of ledgers puts what it finds. */
export interface LedgerSink {
  project(row: LedgerRow): void
  problem(problem: Problem): void
}

/** The second pass over a ledger: bytes in, projects and problems out. */
export interface LedgerReader {
  push(chunk: Uint8Array): void
  end(): Summary
  readonly zones: readonly ZoneSeen[]
}

/** Reads a ledger by its plan: one row a project or parcel of a zone. */
export function createLedgerReader(plan: Plan, sink: LedgerSink): LedgerReader {
  const log = createProblemLog((found) => sink.problem(found))
  const normaliser = createNormaliser(plan, plan.corrections.length + plan.replacements.length > 0)
  const text = createTextReader(normaliser.encoding, plan.delimiter === '，')
  const corrector = createCorrector(plan, text)
  const judge = new LedgerJudge(plan, log, sink)
  const tokenizer = new Tokenizer({
    delimiter: delimiterByte(plan.delimiter),
    quote: quoteByte(plan),
    record(view: RecordView) {
      log.current.row = view.row
      log.current.byte = view.byte + normaliser.shift
      const shown = corrector === null ? view : corrector.apply(view)
      judge.record(view.row, recordTexts(shown, text), text.damaged)
      return true
    },
    fault(code, row, column) {
      if (severityOf(code) === 'error') judge.faultRow = row
      log.report(code, { row, column, header: plan.columns[column - 1]?.header ?? null })
    },
  })
  return {
    zones: judge.zones,
    push(chunk) {
      if (plan.readable) tokenizer.push(normaliser.push(chunk))
    },
    end() {
      if (plan.readable) {
        tokenizer.push(normaliser.end())
        tokenizer.end()
      }
      for (const { row, column, text: wrong } of corrector?.unused() ?? []) {
        log.report('correction-unused', { row, column, text: wrong })
      }
      log.end()
      return judge.summary()
    },
  }
}

const NAMING = new Set<string>(['project-name', 'project-parcel'])
const KINDS = new Map([
  [mark.TOTAL, 'total'],
  [mark.SUBTOTAL, 'subtotal'],
])

/** Tells projects from blanks, totals, footers and repeated headers. */
class LedgerJudge {
  readonly zones: ZoneSeen[] = []
  faultRow = 0
  private readonly plan: Plan
  private readonly log: ProblemLog
  private readonly sink: LedgerSink
  private readonly columns: ReturnType<typeof compileLedger>
  private readonly numbers = new Map<string, number>()
  private readonly seen = new Map<string, number>()
  private readonly zone: PlanColumn | undefined
  private readonly code: PlanColumn | undefined
  private readonly tally = createTally()
  private readonly skipped = { blank: 0, totals: 0, footer: 0, repeatedHeader: 0 }
  private readonly names: readonly PlanColumn[]
  private readonly repeats = createRepeats()
  private headerRowsLeft = 0
  /** Below a header that says something else than the first: what stands there is not read. */
  private foreign = false

  constructor(plan: Plan, log: ProblemLog, sink: LedgerSink) {
    this.plan = plan
    this.log = log
    this.sink = sink
    this.columns = compileLedger(plan.columns)
    const find = (role: PlanColumn['role']) => plan.columns.find((column) => column.role === role)
    this.code = find('zone-code')
    this.zone = find('zone') ?? this.code
    this.names = plan.columns.filter(({ item = '' }) => NAMING.has(item))
  }

  record(row: number, cells: string[], damaged: boolean): void {
    const { headerRow, headerRows } = this.plan
    if (row < (headerRow === 0 ? 1 : headerRow + headerRows)) return
    if (this.headerRowsLeft > 0) {
      this.headerRowsLeft--
      return
    }
    const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
    const [first] = filled
    if (first === undefined) this.skipped.blank++
    else if (!this.skips(row, cells, filled)) this.data(row, cells, damaged)
  }

  private textAt(cells: readonly string[], column: PlanColumn | undefined): string {
    return column === undefined ? '' : (cells[column.index - 1] ?? '').trim()
  }

  private skips(row: number, cells: readonly string[], filled: readonly string[]): boolean {
    const [first = ''] = filled
    const name = this.textAt(cells, this.zone)
    const anchor = name === '' ? first : name
    const verdict = mark.judgeAnchor(anchor, false, this.zone?.header ?? '')
    if (verdict === mark.FOOTER || filled.length === 1) this.skipFooter(row, first)
    else if (verdict === mark.HEADER) this.skipHeader(row, name, cells)
    else if (verdict <= mark.TOTAL) this.skipTotal(row, anchor, verdict)
    else return this.skipsProject(row, anchor, cells)
    return true
  }

  /** Totals under the names of projects, which would count their projects once more. */
  private skipsProject(row: number, anchor: string, cells: readonly string[]): boolean {
    const names = this.names.map((column) => this.textAt(cells, column))
    const own = names.filter((text) => !saysNothing(text))
    const total = [anchor, ...own].find((text) => judgeProject(text) <= mark.TOTAL)
    const part = own.find(isPartOfAbove)
    if (total !== undefined && own.every((text) => judgeProject(text) <= mark.TOTAL))
      this.skipTotal(row, total, judgeProject(total))
    else if (part !== undefined) this.skipPart(row, part)
    else return false
    return true
  }

  private skipPart(row: number, text: string): void {
    this.skipped.totals++
    this.log.report('project-part', { row, text })
  }

  private skipFooter(row: number, text: string): void {
    this.skipped.footer++
    this.log.report('footer-row', { row, text })
  }

  private skipHeader(row: number, text: string, cells: readonly string[]): void {
    this.skipped.repeatedHeader++
    this.headerRowsLeft = this.plan.headerRows - 1
    const changed = changedHeader(this.plan, cells)
    this.foreign = changed !== null
    if (changed === null) this.log.report('repeated-header', { row, text })
    else this.log.report('header-changed', { row, ...changed })
  }

  private skipTotal(row: number, text: string, verdict: number): void {
    this.skipped.totals++
    const kind = KINDS.get(verdict) ?? 'average'
    this.log.report('total-row', { row, column: this.zone?.index ?? null, text, params: { kind } })
  }

  private data(row: number, cells: readonly string[], damaged: boolean): void {
    this.tally.row()
    const name = this.textAt(cells, this.zone)
    if (this.foreign) return
    if (damaged) this.refuse('encoding-mixed', row, cells.join(' '))
    else if (name === '')
      this.refuse('zone-missing', row, cells.find((cell) => cell.trim() !== '') ?? '')
    else this.project(row, name, cells)
  }

  private refuse(code: ProblemCode, row: number, text: string): void {
    const { index: column = null, header = null } = code === 'zone-missing' ? (this.zone ?? {}) : {}
    this.log.report(code, { row, column, header, text })
  }

  private project(row: number, name: string, cells: readonly string[]): void {
    const at = { row, log: this.log }
    const read = this.columns.map((one) =>
      readLedgerCell(one, cells[one.column.index - 1] ?? '', at),
    )
    const textOf = (id: string) => read.find(({ cell }) => cell.item === id)?.cell.text ?? null
    const parcel = textOf('project-parcel')
    const project = textOf('project-name')
    const own = parcel ?? project
    if (own === null) {
      this.refuse('project-missing', row, name)
      return
    }
    const key = `${parcel === null ? 'name' : 'parcel'}:${wordOf(own)}`
    const place = `${wordOf(name)}\n${key}`
    const first = this.seen.get(place)
    if (first !== undefined) {
      this.log.report('project-twice', { row, text: own, params: { first } })
      return
    }
    const bad = row === this.faultRow || read.some((one) => one.bad)
    if (bad && this.plan.policy === 'skip-rows') return
    this.seen.set(place, row)
    const found = read.map(({ cell }) => cell)
    this.tally.add(found)
    if (parcel !== null && project !== null) {
      this.repeats(this.log, { row, place: `${wordOf(name)}\n${wordOf(project)}`, cells: found })
    }
    this.sink.project({ row, zone: this.zoneOf(name, cells, row), key, cells: found })
  }

  private zoneOf(name: string, cells: readonly string[], row: number): number {
    const known = this.numbers.get(wordOf(name))
    if (known !== undefined) return known
    const code = this.code === this.zone ? '' : this.textAt(cells, this.code)
    const number = this.zones.push({ name, ...(code !== '' && { code }), attributes: {}, row }) - 1
    this.numbers.set(wordOf(name), number)
    return number
  }

  summary(): Summary {
    return { ...this.tally.summary(), skipped: this.skipped, zones: this.zones.length }
  }
}
