import { cleanLabel } from './label.ts'
import { periodOfDate } from './dates.ts'
import { joinPeriod, parsePeriod, type PeriodReading } from './period.ts'
import type { Plan, PlanColumn, ZoneSeen } from './plan.ts'
import type { ProblemLog } from './problem-log.ts'
import { cellText } from './records.ts'
import type { TextReader } from './decode.ts'
import { createTextColumn } from './text-column.ts'
import type { RecordView } from './record-view.ts'

/** The zones seen so far, by name. */
export interface ZoneTable {
  zones: ZoneSeen[]
  add(name: string, view: RecordView): number
  /** A zone that the header names. */
  name(name: string, row: number): number
}

// Excel rounds a long code to 5.10E+11, as it does others: it is the code of no zone any more.
const ROUNDED = /^\d(?:\.\d+)?e\+?\d+$/iu

export function createZoneTable(plan: Plan, reader: TextReader): ZoneTable {
  const zones: ZoneSeen[] = []
  const index = new Map<string, number>()
  const code = plan.columns.find(({ role }) => role === 'zone-code')
  const attributes = plan.columns.filter(({ role }) => role === 'zone-attribute')
  const read = (view: RecordView, column: PlanColumn) =>
    column.index <= view.count ? cleanLabel(cellText(view, column.index - 1, reader)) : ''
  function describe(name: string, view: RecordView): ZoneSeen {
    const zone: ZoneSeen = { name, attributes: {}, row: view.row }
    const ownCode = code === undefined ? '' : read(view, code)
    if (ownCode !== '' && !ROUNDED.test(ownCode)) zone.code = ownCode
    for (const column of attributes) {
      const text = read(view, column)
      if (text !== '') zone.attributes[column.attribute ?? column.header] = text
    }
    return zone
  }
  return {
    zones,
    add(name, view) {
      const known = index.get(name)
      if (known !== undefined) return known
      index.set(name, zones.length)
      return zones.push(describe(name, view)) - 1
    },
    name(name, row) {
      const known = index.get(name)
      if (known !== undefined) return known
      index.set(name, zones.length)
      return zones.push({ name, attributes: {}, row }) - 1
    },
  }
}

/** The periods seen so far, and how the rows name them. */
export interface PeriodTable {
  periods: string[]
  add(id: string): number
  /** Whether the row last asked for counts from January on. */
  cumulative: boolean
  /** The period of a row; -1 where its cells are not one. */
  ofRow(view: RecordView): number
}

interface PeriodSource {
  plan: Plan
  reader: TextReader
  log: ProblemLog
}

export function createPeriodTable({ plan, reader, log }: PeriodSource): PeriodTable {
  const periods: string[] = []
  const index = new Map<string, number>()
  const columns = plan.columns.filter(({ role }) => role === 'period')
  const [first, second] = yearFirst(columns)
  const main = first === undefined ? null : createTextColumn(first.index - 1, reader)
  const rest = second === undefined ? null : createTextColumn(second.index - 1, reader)
  /** By the text of the first column, then by that of the second: the code of the period. */
  const known: number[][] = []
  const alone: number[] = []

  function add(id: string): number {
    const at = index.get(id)
    if (at !== undefined) return at
    index.set(id, periods.length)
    return periods.push(id) - 1
  }

  function learn(a: number, b: number, row: number): number {
    const texts = [main?.texts[a] ?? '', rest?.texts[b] ?? ''] as const
    const part = second?.part ?? 'any'
    const found =
      rest === null ? periodAlone(texts[0], plan, first) : joinPeriod(texts[0], texts[1], part)
    if (found === null) return -1
    if (!found.cumulative) return add(found.id) * 2
    tellCumulative(found, texts.join(''), row)
    return add(found.id) * 2 + 1
  }

  function tellCumulative(found: PeriodReading, text: string, row: number): void {
    const params = { period: found.id, cumulative: 1 }
    const place = { row, column: first?.index ?? null, header: first?.header ?? null, text, params }
    log.once('cumulative', 'period-cumulative', place)
  }

  const fixed = plan.period === null || main !== null ? -1 : add(plan.period)
  const table: PeriodTable = {
    periods,
    add,
    cumulative: false,
    ofRow(view) {
      if (main === null) return fixed
      const a = main.idOf(view)
      const b = rest === null ? 0 : rest.idOf(view)
      const codes = rest === null ? alone : (known[a] ??= [])
      const at = rest === null ? a : b
      const code = (codes[at] ??= learn(a, b, view.row))
      table.cumulative = code > 0 && code % 2 === 1
      return code >> 1
    },
  }
  return table
}

/** A period that no second column completes; a quarter alone belongs to the year of the file. */
function periodAlone(
  text: string,
  plan: Plan,
  column: PlanColumn | undefined,
): PeriodReading | null {
  if (column?.dates !== undefined) return periodOfDate(text, column.dates)
  const found = parsePeriod(text)
  if (found !== null || plan.period === null) return found
  return joinPeriod(plan.period, text, column?.part ?? 'any')
}

/** A column of whole periods wins over one of parts; a year needs its quarter or month beside it. */
export function yearFirst(columns: PlanColumn[]): (PlanColumn | undefined)[] {
  const whole = columns.find(({ part }) => part === undefined || part === 'year')
  const part = columns.find((column) => column !== whole && column.part !== 'year')
  return whole === undefined ? [columns[0], undefined] : [whole, part]
}
