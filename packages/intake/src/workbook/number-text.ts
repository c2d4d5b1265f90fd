import type { DateShape } from './number-format.ts'

/** A number of percent as its decimal text would be multiplied: 0.07 is 7% and not 7.000000000000001%. */
export function percentText(value: number): string {
  const [digits = '0', exponent = '0'] = String(value).split('e')
  return `${Number(`${digits}e${Number(exponent) + 2}`)}%`
}

const SECONDS = 86_400
const LAST_DAY = 2_958_465
/** Days from the first day of either system to 1 January 1970. */
const EPOCH_1900 = 25_569
const EPOCH_1904 = 24_107
/** Excel takes 1900 for a leap year; before this day its count is one ahead. */
const LEAP_BUG = 60

const two = (n: number) => String(n).padStart(2, '0')

function timeText(seconds: number): string {
  const rest = seconds % 3600
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(rest / 60))}:${two(rest % 60)}`
}

/** Year, month and day of a count of days from 1 January 1970 (proleptic Gregorian). */
function civil(days: number): [year: number, month: number, day: number] {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const inEra = shifted - era * 146_097
  const fourths = Math.floor(inEra / 1460)
  const year = Math.floor(
    (inEra - fourths + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  )
  const inYear = inEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100))
  const shiftedMonth = Math.floor((5 * inYear + 2) / 153)
  const day = inYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return [year + era * 400 + (month <= 2 ? 1 : 0), month, day]
}

function dayText(day: number, from1904: boolean, shape: DateShape): string {
  if (!from1904 && day === LEAP_BUG) return '1900-02-29'
  const shift = !from1904 && day < LEAP_BUG ? 1 : 0
  const date = civil(day + shift - (from1904 ? EPOCH_1904 : EPOCH_1900))
  return shape.day || !shape.year ? isoText(date) : shownText(date, shape)
}

const isoText = ([y, m, d]: [number, number, number]) => `${y}-${two(m)}-${two(d)}`

function shownText([y, m]: [number, number, number], { month, chinese }: DateShape): string {
  if (!month) return chinese ? `${y}年` : String(y)
  return chinese ? `${y}年${m}月` : `${y}-${two(m)}`
}

/**
 * A date's number as text: `2023-12-31`, `2023-12-31T08:30:00`, `08:30:00`; `2023年` and `2023-12`
 * where the format shows no more. Null where no date has that number.
 */
export function dateText(value: number, shape: DateShape, from1904: boolean): string | null {
  if (!(value >= 0) || value > LAST_DAY) return null
  const total = Math.round(value * SECONDS)
  const day = Math.floor(total / SECONDS)
  const seconds = total % SECONDS
  // Up to a year it is a duration in hours, as [h]:mm shows it.
  if (isTimeOnly(shape) && day < 366) return timeText(total)
  if (day === 0 && !from1904) return null
  if (seconds === 0) return dayText(day, from1904, shape)
  return `${dayText(day, from1904, { ...shape, day: true })}T${timeText(seconds)}`
}

const isTimeOnly = ({ year, month, day }: DateShape) => !year && !month && !day
