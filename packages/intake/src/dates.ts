import { joinPeriod, parsePeriod, type PeriodReading } from './period.ts'
import type { DateReading } from './plan.ts'

interface Day {
  year: number
  month: number
  day: number
}

// Excel counts days from 1899-12-30 as far as dates after February 1900 are concerned.
const EXCEL_EPOCH_TO_UNIX = 25_569
const DAY_MS = 86_400_000
const FIRST_SERIAL = 20_000
const LAST_SERIAL = 60_000

/** Whether a text may be one of Excel's day numbers, 1954 to 2064. */
export function isSerial(text: string): boolean {
  if (!/^\d{5}(\.0+)?$/u.test(text)) return false
  return Number(text) >= FIRST_SERIAL && Number(text) <= LAST_SERIAL
}

function fromSerial(text: string): Day | null {
  if (!isSerial(text)) return null
  const date = new Date((Number(text) - EXCEL_EPOCH_TO_UNIX) * DAY_MS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

const DATE =
  /^((?:19|20)\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[\sT]*\d{1,2}:\d{2}(?::\d{2})?(?:\.0+)?)?$/u

function fromText(text: string): Day | null {
  const [, year, month, day] = (DATE.exec(text) ?? []).map(Number)
  if (year === undefined || month === undefined || day === undefined) return null
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { year, month, day } : null
}

function dayOf(text: string, serial: boolean): Day | null {
  const clean = text.normalize('NFKC').trim()
  return serial ? fromSerial(clean) : fromText(clean)
}

/** The day that a text or one of Excel's day numbers stands for; null where it is neither. */
export function calendarDay(text: string): Day | null {
  return dayOf(text, isSerial(text))
}

function endsMonths({ year, month, day }: Day, months: number): boolean {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return month % months === 0 && day === last
}

/** How a column of dates is read; null where its cells are not all dates. */
export function readDates(texts: string[], serials: boolean): DateReading | null {
  const filled = texts.map((text) => text.trim()).filter((text) => text !== '')
  if (filled.length === 0) return null
  const serial = serials && filled.every(isSerial)
  const days = filled.map((text) => dayOf(text, serial))
  const known = days.filter((day) => day !== null)
  if (known.length < days.length) return null
  if (known.every((day) => endsMonths(day, 12))) return { serial, ends: 'year' }
  return { serial, ends: known.every((day) => endsMonths(day, 3)) ? 'quarter' : 'month' }
}

/**
 * The period that a date ends or lies in; null where it is not such a last day as all others are.
 * What is no date is read as a period.
 */
export function periodOfDate(text: string, { serial, ends }: DateReading): PeriodReading | null {
  const day = dayOf(text, serial)
  if (day === null) return parsePeriod(text)
  if (ends === 'month') return joinPeriod(String(day.year), `${day.month}月`, 'month')
  const months = ends === 'year' ? 12 : 3
  if (!endsMonths(day, months)) return null
  return parsePeriod(ends === 'year' ? String(day.year) : `${day.year}Q${day.month / 3}`)
}
