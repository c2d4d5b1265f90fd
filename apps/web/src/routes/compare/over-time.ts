import { formatNumber, formatQuantity, formatShare } from '#lib/format.ts'
import type { Locale } from '#lib/i18n/index.ts'
import type { Dated, Shift, Timeline, TimeLine } from './timeline.ts'
import { messages } from './view-messages.ts'

/** How many lines rise from their first to their last value, of those without a break between. */
export function rises(lines: readonly TimeLine[]): { up: number; of: number } {
  const whole = lines.flatMap(({ values, breaks }) => {
    const at = [...values.keys()].filter((i) => values[i] !== null)
    const [first, last] = [at[0], at.at(-1)]
    if (first === undefined || last === undefined || first === last) return []
    if (breaks.some((one) => one > first && one <= last)) return []
    return [(values[last] ?? 0) > (values[first] ?? 0)]
  })
  return { up: whole.filter(Boolean).length, of: whole.length }
}

/** What a sentence about lines tells: their first and last period, and how many rose. */
export function linesFacts({ periods }: Pick<Timeline, 'periods'>, lines: readonly TimeLine[]) {
  const { up, of } = rises(lines)
  return { from: periods[0] ?? '', to: periods.at(-1) ?? '', up, zones: of }
}

/** The line that moved most in rank from its first to its last period without a break. */
export function mostMoved(lines: readonly TimeLine[]) {
  const moves = lines.flatMap(({ name, ranks, breaks }) => {
    const start = Math.max(0, ...breaks)
    const known = ranks.slice(start).filter((rank) => rank !== null)
    const [from, to] = [known[0], known.at(-1)]
    return from === undefined || to === undefined || from === to ? [] : [{ name, from, to }]
  })
  return moves.toSorted((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from))[0] ?? null
}

/** How many zones rose and fell, and which changed most. */
export function shiftSentence(
  shifts: readonly Shift[],
  { from, to, unit, locale }: { from: string; to: string; unit: string | null; locale: Locale },
): string {
  const t = messages[locale]
  const known = shifts.filter(({ change }) => change !== null)
  const up = known.filter(({ change }) => (change ?? 0) > 0).length
  const down = known.filter(({ change }) => (change ?? 0) < 0).length
  const sorted = known.toSorted((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0))
  const sentence = t.shiftSummary({ from, to, up, down })
  const [biggest] = sorted
  if (!biggest?.change) return sentence
  return sentence + t.shiftBiggest(biggest.name, changeText(biggest.change, unit, { locale }))
}

/** A change with its sign; the options are those of a quantity. */
export function changeText(
  change: number,
  unit: string | null,
  options: { locale: Locale; digits?: number | undefined },
): string {
  const sign = change > 0 ? '+' : change < 0 ? '−' : ''
  return sign + formatQuantity(Math.abs(change), unit, options)
}

/** A growth as a signed share; a dash where there is none. */
export function growthText(growth: number | null, locale: Locale): string {
  if (growth === null) return '–'
  const sign = growth > 0 ? '+' : growth < 0 ? '−' : ''
  return sign + formatShare(Math.abs(growth), locale)
}

/** A value of a period, with the period behind it where it is another one. */
export function datedText({ value, period }: Dated, locale: Locale, digits?: number): string {
  if (value === null) return messages[locale].missing
  return formatNumber(value, locale, digits) + (period === null ? '' : ` ${period}*`)
}
