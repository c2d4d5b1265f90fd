/** A period as text: a year `2023`, a half `2023H1`, a quarter `2023Q1`, a month `2023-01`. */
export type Period = string

/** How long a period is. */
export type PeriodKind = 'year' | 'half' | 'quarter' | 'month'

/** A period's year, length and place among those of its kind in the year, from 1. */
export interface PeriodParts {
  readonly year: number
  readonly kind: PeriodKind
  readonly number: number
}

const MONTHS: Readonly<Record<PeriodKind, number>> = { year: 12, half: 6, quarter: 3, month: 1 }

/** The parts of a period; null when the text is not one. */
export function parsePeriod(period: Period): PeriodParts | null {
  const match = /^(\d{4})(?:H([12])|Q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(period)
  if (!match) return null
  const [, year, half, quarter, month] = match
  const parts = { year: Number(year) }
  if (half !== undefined) return { ...parts, kind: 'half', number: Number(half) }
  if (quarter !== undefined) return { ...parts, kind: 'quarter', number: Number(quarter) }
  if (month !== undefined) return { ...parts, kind: 'month', number: Number(month) }
  return { ...parts, kind: 'year', number: 1 }
}

/** The kind of a period; null when the text is not one. */
export function periodKind(period: Period): PeriodKind | null {
  return parsePeriod(period)?.kind ?? null
}

/**
 * Orders periods by their start, then the longer first: 2023, 2023H1, 2023Q1, 2023-01, 2023-02, …;
 * texts that are no periods come last, by code unit.
 */
export function comparePeriods(a: Period, b: Period): number {
  const [left, right] = [parsePeriod(a), parsePeriod(b)]
  if (left && right)
    return monthsBefore(left) - monthsBefore(right) || lengthOf(right) - lengthOf(left)
  if (left || right) return left ? -1 : 1
  return a < b ? -1 : Number(a > b)
}

/** How many periods of this kind make a year. */
export function periodsInYear(kind: PeriodKind): number {
  return 12 / MONTHS[kind]
}

/** The months from the start of the year to the end of a period: 9 for `2023Q3`. */
export function endMonth({ kind, number }: PeriodParts): number {
  return number * MONTHS[kind]
}

function lengthOf({ kind }: PeriodParts): number {
  return MONTHS[kind]
}

function monthsBefore(parts: PeriodParts): number {
  return parts.year * 12 + endMonth(parts) - lengthOf(parts)
}
