import {
  createNormaliser,
  createTextReader,
  delimiterByte,
  quoteByte,
  type TextReader,
} from './decode.ts'
import type { MatchField } from './quantities.ts'
import { MISSING_REASONS } from '@permu/metrics'
import { createPeriodTable, createZoneTable } from './places.ts'
import { createCorrector, type Corrector } from './corrections.ts'
import type { Plan, PlanColumn, Sink, Slot, Summary, ZoneSeen } from './plan.ts'
import { recordTexts } from './records.ts'
import { createScaleSample, type ScaleSample } from './scale-sample.ts'
import { severityOf } from './problem.ts'
import { createProblemLog, type ProblemLog } from './problem-log.ts'
import type { RecordView } from './record-view.ts'
import { RowJudge } from './rows.ts'
import { Store } from './store.ts'
import type { Tally } from './tally.ts'
import { createTwinStore } from './twin-store.ts'
import type { MakeRowKernel, RowKernel } from './row-kernel.ts'
import type { MakeScratch } from './scratch.ts'
import { Tokenizer } from './tokenize.ts'

/** What the host may add to a plan when its rows name quantities that the sample did not show. */
export interface ReaderOptions {
  matchField?: MatchField
  kernel?: MakeRowKernel
  /** Where to put what large files leave to remember; in memory where it is not given. */
  scratch?: MakeScratch
}

/** The second pass: bytes in, blocks of observations and problems out. */
export interface Reader {
  push(chunk: Uint8Array): void
  end(): Summary
  readonly zones: readonly ZoneSeen[]
  readonly periods: readonly string[]
  /** The plan's slots, and after them those that rows have added. */
  readonly slots: readonly Slot[]
}

/** Reads a file by its plan, in chunks of any size and in constant memory per cell of the result. */
export function createReader(plan: Plan, sink: Sink, options: ReaderOptions = {}): Reader {
  const log = createProblemLog((found) => sink.problem(found))
  const normaliser = createNormaliser(plan, plan.corrections.length + plan.replacements.length > 0)
  const text = createTextReader(normaliser.encoding, plan.delimiter === '，')
  const corrector = createCorrector(plan, text)
  const zones = createZoneTable(plan, text)
  const periods = createPeriodTable({ plan, reader: text, log })
  const seen = watched(sink, () => scale)
  const parts = { ...options, plan, sink: seen, log, text, periods, zones }
  const store = new Store(parts)
  const found = { slots: store.slots, zones: zones.zones, periods: periods.periods }
  const scale = createScaleSample({ plan, log, ...found })
  let other: Store | null = null
  const twin = () => (other ??= createTwinStore(parts, store))
  const rows = new RowJudge({ plan, log, text, zones, periods, store, twin })
  const kernel = kernelFor(plan, options.kernel)
  const tokenizer = tokenizerFor(plan, { log, rows, kernel }, (view) => {
    log.current.row = view.row
    log.current.byte = view.byte + normaliser.shift
    return rows.record(corrector === null ? view : corrector.apply(view))
  })
  let bytes = 0
  return {
    zones: zones.zones,
    periods: periods.periods,
    slots: store.slots,
    push(chunk) {
      bytes += chunk.length
      if (plan.readable) tokenizer.push(normaliser.push(chunk))
      sink.progress?.(bytes, store.tally.rows)
    },
    end() {
      if (plan.readable) finish({ tokenizer, rest: normaliser.end(), rows })
      rows.end()
      store.end()
      other?.end()
      scale.end()
      if (plan.readable) tellUnused(corrector, log)
      log.end()
      return summaryOf(store.tally, zones.zones.length, periods.periods.length)
    },
  }
}

/** Lets the scale check see the blocks before they go. */
function watched(sink: Sink, scale: () => ScaleSample): Sink {
  return {
    problem: (found) => sink.problem(found),
    block(block) {
      scale().add(block)
      sink.block(block)
    },
  }
}

function tellUnused(corrector: Corrector | null, log: ProblemLog): void {
  for (const { row, column, text } of corrector?.unused() ?? []) {
    log.report('correction-unused', { row, column, text })
  }
}

function finish(parts: { tokenizer: Tokenizer; rest: Uint8Array; rows: RowJudge }): void {
  parts.tokenizer.push(parts.rest)
  parts.rows.closing()
  parts.tokenizer.end()
}

/** Columns whose texts name something, and so come again. */
const NAMED: ReadonlySet<PlanColumn['role']> = new Set(['zone', 'period', 'field'])

function kernelFor(plan: Plan, make: MakeRowKernel | undefined): RowKernel | null {
  if (make === undefined || !plan.readable) return null
  const numbers = plan.columns.filter(({ role }) => role === 'value').map(({ index }) => index - 1)
  const { delimiter, columns } = plan
  const named = columns.filter(({ role, index }) => NAMED.has(role) || index === 1)
  return make({
    delimiter: delimiterByte(delimiter),
    quote: quoteByte(plan),
    columns: columns.length,
    numbers,
    texts: named.map(({ index }) => index - 1),
  })
}

function tokenizerFor(
  plan: Plan,
  { log, rows, kernel }: { log: ProblemLog; rows: RowJudge; kernel: RowKernel | null },
  record: (view: RecordView) => boolean,
): Tokenizer {
  return new Tokenizer({
    delimiter: delimiterByte(plan.delimiter),
    quote: quoteByte(plan),
    kernel,
    record,
    fault(code, row, column) {
      if (severityOf(code) === 'error') rows.fault(row)
      log.report(code, { row, column, header: plan.columns[column - 1]?.header ?? null })
    },
  })
}

function summaryOf(tally: Tally, zones: number, periods: number): Summary {
  const missing: Summary['missing'] = {}
  for (const [i, reason] of MISSING_REASONS.entries()) {
    const count = tally.missing[i + 1] ?? 0
    if (count > 0) missing[reason] = count
  }
  const { rows, accepted, cells, skipped } = tally
  return { rows, accepted, rejected: rows - accepted, cells, missing, skipped, zones, periods }
}

/** The texts of one file row again, as a trace shows them; null until it has been reached. */
export interface RecordFinder {
  push(chunk: Uint8Array): string[] | null
  end(): string[] | null
}

/** Looks for one row of a file while its bytes stream by. */
export function createRecordFinder(plan: Plan, row: number): RecordFinder {
  const normaliser = createNormaliser(plan)
  const reader: TextReader = createTextReader(normaliser.encoding, plan.delimiter === '，')
  let found: string[] | null = null
  const tokenizer = new Tokenizer({
    delimiter: delimiterByte(plan.delimiter),
    quote: quoteByte(plan),
    record(view) {
      if (view.row < row) return true
      if (view.row === row) found = recordTexts(view, reader)
      return false
    },
    fault: () => undefined,
  })
  return {
    push(chunk) {
      if (found === null) tokenizer.push(normaliser.push(chunk))
      return found
    },
    end() {
      if (found !== null) return found
      tokenizer.push(normaliser.end())
      tokenizer.end()
      return found
    },
  }
}

/** The texts of one file row; null where the file has no such row. */
export function readRecord(bytes: Uint8Array, plan: Plan, row: number): string[] | null {
  const finder = createRecordFinder(plan, row)
  return finder.push(bytes) ?? finder.end()
}
