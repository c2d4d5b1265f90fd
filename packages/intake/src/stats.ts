import { carriedUnit, cellKind } from './guess.ts'
import { isSerial } from './dates.ts'
import { isPeriodPart, isWordedPeriod } from './period.ts'
import { splitLabel, statedUnit } from './label.ts'
import type { TextRecord } from './records.ts'
import { isFooterText } from './words.ts'

/** What the sample shows of a column. */
export interface ColumnStats {
  filled: number
  nulls: number
  numbers: number
  texts: number
  /** Periods of any form, bare years included. */
  periods: number
  /** Numbers that may be dates of Excel. */
  serials: number
  /** Periods by their own words, such as 2020年. */
  worded: number
  /** Quarters, halves or months without a year. */
  parts: number
  units: number
  percents: number
  /** Cells with a unit of their own, and which units. */
  carried: number
  carriedUnits: string[]
  distinct: number
  longest: number
  /** Numbers that only a decimal comma explains, and those that it contradicts. */
  commaDecimals: number
  pointDecimals: number
}

const LIMIT = 500

export function dataRecords(records: TextRecord[]): TextRecord[] {
  const kept: TextRecord[] = []
  for (const record of records) {
    const first = record.cells.find((cell) => cell.trim() !== '') ?? ''
    if (!record.blank && !isFooterText(first)) kept.push(record)
    if (kept.length === LIMIT) break
  }
  return kept
}

export function columnStats(records: TextRecord[], column: number): ColumnStats {
  const stats = emptyStats()
  const seen = new Set<string>()
  for (const { cells } of records) {
    const text = (cells[column] ?? '').trim()
    if (text === '') continue
    seen.add(text)
    count(text, stats)
  }
  stats.distinct = seen.size
  return stats
}

function emptyStats(): ColumnStats {
  const counts = { filled: 0, nulls: 0, numbers: 0, texts: 0, periods: 0, worded: 0, parts: 0 }
  const rest = { serials: 0, units: 0, percents: 0, carried: 0, distinct: 0, longest: 0 }
  return { carriedUnits: [], ...counts, ...rest, commaDecimals: 0, pointDecimals: 0 }
}

function count(text: string, stats: ColumnStats): void {
  stats.filled++
  stats.longest = Math.max(stats.longest, text.length)
  if (isSerial(text)) stats.serials++
  if (isPeriodPart(text, 'any')) stats.parts++
  const kind = cellKind(text)
  if (kind === 'null') stats.nulls++
  else if (kind === 'number') countNumber(text, stats)
  else if (kind === 'period') {
    stats.periods++
    if (isWordedPeriod(text)) stats.worded++
  } else {
    stats.texts++
    if (statedUnit(text) !== null || splitLabel(text).unit !== null) stats.units++
  }
}

function countNumber(text: string, stats: ColumnStats): void {
  stats.numbers++
  const carried = carriedUnit(text)
  if (carried !== null) {
    stats.carried++
    if (!stats.carriedUnits.includes(carried.id)) stats.carriedUnits.push(carried.id)
  }
  if (/[%％]$/u.test(text)) {
    stats.percents++
    if (statedUnit(text) !== null) stats.units++
  }
  if (/^[-+]?(\d{1,3}(\.\d{3})*|\d+),(\d{1,2}|\d{4,})$/u.test(text)) stats.commaDecimals++
  else if (/\.\d{1,2}$|\.\d{4,}$|,\d{3}\.|^\d+\.\d{3}$/u.test(text)) stats.pointDecimals++
}

/** Years are numbers too: in a column of quantities 2015 is one. */
export function numericShare(stats: ColumnStats): number {
  const known = stats.filled - stats.nulls
  const years = stats.periods - stats.worded
  return known === 0 ? 0 : (stats.numbers + years) / known
}

export function textShare(stats: ColumnStats): number {
  const known = stats.filled - stats.nulls
  return known === 0 ? 0 : (stats.texts + stats.worded) / known
}
