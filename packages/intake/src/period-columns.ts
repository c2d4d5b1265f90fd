import { isWholeYear } from './basis.ts'
import { readDates } from './dates.ts'
import { joinPeriod, parsePeriod, type PeriodReading } from './period.ts'
import { periodOfDate } from './dates.ts'
import { yearFirst } from './places.ts'
import type { PlanColumn } from './plan.ts'
import { problem, type Problem } from './problem.ts'
import type { TextRecord } from './records.ts'
import { dataRecords } from './stats.ts'
import { missingReason } from './cell.ts'
import { periodWord } from './words.ts'

/** Decides how columns of dates are read, and whether the rows' figures count from January on. */
export function settlePeriodColumns(columns: PlanColumn[], data: TextRecord[]): Problem[] {
  const periods = columns.filter(({ role }) => role === 'period')
  const [first, second] = yearFirst(periods)
  if (first === undefined) return []
  const records = dataRecords(data)
  const problems = second === undefined ? settleDates(first, records) : []
  const readings = records.flatMap(({ cells }) => {
    const text = textAt(cells, first)
    if (second === undefined) return parsePeriod(text) ?? []
    return joinPeriod(text, textAt(cells, second), second.part ?? 'any') ?? []
  })
  settleBasis(first, readings)
  return problems
}

function textAt(cells: string[], { index }: PlanColumn): string {
  return cells[index - 1] ?? ''
}

function settleDates(column: PlanColumn, records: TextRecord[]): Problem[] {
  const texts = records
    .map(({ cells }) => textAt(cells, column).trim())
    .filter((text) => text !== '' && missingReason(text) === undefined)
  const dates = readDates(texts, periodWord(column.header) !== null)
  const [text] = texts
  if (dates === null || text === undefined) return []
  column.dates = dates
  const { index, header } = column
  const params = { period: periodOfDate(text, dates)?.id ?? '', ends: dates.ends }
  return [problem('period-from-date', { column: index, header, text, params })]
}

/** Figures of the year as a whole are both; they do not decide. */
function settleBasis(column: PlanColumn, readings: PeriodReading[]): void {
  const parts = readings.filter(({ id }) => !isWholeYear(id))
  if (parts.length > 0 && parts.every(({ cumulative }) => cumulative)) column.basis = 'cumulative'
}
