import { missingReason } from '../cell.ts'
import { calendarDay } from '../dates.ts'

const MONTH = /^((?:19|20)\d{2})[-/.年](\d{1,2})月?$/u
const YEAR = /^((?:19|20)\d{2})年?$/u
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/u

const two = (count: number) => String(count).padStart(2, '0')

/** A day, month or year as ISO text (`2023-03-05`, `2023-03`, `2023`); null where it is none of them. */
export function readDay(text: string): string | null {
  const clean = text.normalize('NFKC').trim()
  const day = calendarDay(clean.replace(COMPACT, '$1-$2-$3'))
  if (day !== null) {
    const { year, month, day: date } = day
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
    return date > last ? null : `${year}-${two(month)}-${two(date)}`
  }
  const month = MONTH.exec(clean)
  if (month !== null) {
    const number = Number(month[2])
    return number >= 1 && number <= 12 ? `${month[1] ?? ''}-${two(number)}` : null
  }
  return YEAR.exec(clean)?.[1] ?? null
}

/** Whether a text says that there is none. */
export const saysNothing = (text: string) => missingReason(text) !== undefined
