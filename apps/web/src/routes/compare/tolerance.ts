import { parsePeriod, periodKind, type PeriodKind } from '@permu/metrics'
import type { Series } from '@permu/api/client'

const PARTS: Readonly<Record<PeriodKind, number>> = { year: 1, half: 2, quarter: 4, month: 12 }
/** No more periods are looked into than these. */
const MOST = 8

/** How many years lie between two periods of one kind; null where they cannot be compared. */
export function yearsBetween(a: string, b: string): number | null {
  const [from, to] = [parsePeriod(a), parsePeriod(b)]
  if (!from || !to || from.kind !== to.kind) return null
  return Math.abs(to.year - from.year + (to.number - from.number) / PARTS[from.kind])
}

/** The other periods of the same kind within some years, the nearest first, of two the earlier one. */
export function nearPeriods(
  periods: readonly string[],
  period: string,
  years: number,
): readonly string[] {
  if (years <= 0) return []
  return periods
    .filter((one) => one !== period && periodKind(one) === periodKind(period))
    .map((one) => ({ one, away: yearsBetween(one, period) ?? Infinity }))
    .filter(({ away }) => away <= years)
    .sort((a, b) => a.away - b.away || (a.one < b.one ? -1 : 1))
    .map(({ one }) => one)
    .slice(0, MOST)
}

type Breaks = Series['breaks']

/** Whether a zone was merged, split or cut anew between two periods: values across it do not compare. */
export function isBroken(breaks: Breaks, zone: string, [a, b]: readonly [string, string]): boolean {
  const [from, to] = a < b ? [a, b] : [b, a]
  return breaks.some((one) => {
    return one.breaks && one.zone === zone && from < one.period && one.period <= to
  })
}
