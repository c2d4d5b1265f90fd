import { parsePeriod } from '@permu/metrics'

const MONTHS = { year: 12, half: 6, quarter: 3, month: 1 } as const

/** The last day of a period as ISO text: dates up to it belong to the period or lie before it. */
export function lastDay(period: string): string {
  const parsed = parsePeriod(period)
  if (parsed === null) return period
  const { year, kind, number } = parsed
  return new Date(Date.UTC(year, number * MONTHS[kind], 0)).toISOString().slice(0, 10)
}
