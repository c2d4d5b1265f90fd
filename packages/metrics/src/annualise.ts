import type { Field } from './field.ts'
import { missing, type Measure } from './measure.ts'
import { endMonth, parsePeriod, periodsInYear, type Period, type PeriodKind } from './period.ts'
import { comparable, convert, type Unit } from './unit.ts'

/** What a field's cells of one zone mean; `cumulative` = each counts from January (累计). */
export interface AnnualiseOptions {
  readonly year: number
  readonly kind: Field['kind']
  readonly cumulative: boolean
}

/**
 * A year's value from what a zone reported in it. The year's own cell comes first. A stock takes the
 * last value of the year. A flow is the sum of its halves, quarters or months, all of them, else
 * `not-reported`; a cumulative flow is its value to December and is never summed; a ratio cannot be
 * derived from parts of the year (`not-applicable`). Parts in other currencies: `unit-conflict`.
 */
export function annualise(
  cells: ReadonlyMap<Period, Measure>,
  { year, kind, cumulative }: AnnualiseOptions,
): Measure {
  const own = cells.get(String(year))
  if (own?.ok) return own
  const parts = partsOf(cells, year)
  if (parts.length === 0) return own ?? missing('not-reported')
  if (kind === 'ratio') return own ?? missing('not-applicable')
  if (kind === 'stock') return lastOf(parts)
  return cumulative ? toDecember(parts) : sumOfYear(parts)
}

interface Part {
  readonly kind: PeriodKind
  readonly end: number
  readonly measure: Measure
}

function partsOf(cells: ReadonlyMap<Period, Measure>, year: number): Part[] {
  const found = [...cells].flatMap(([period, measure]) => {
    const parts = parsePeriod(period)
    if (parts?.year !== year || parts.kind === 'year') return []
    return [{ kind: parts.kind, end: endMonth(parts), measure }]
  })
  return found.sort((a, b) => a.end - b.end)
}

function lastOf(parts: readonly Part[]): Measure {
  const present = parts.filter(({ measure }) => measure.ok)
  return (present.at(-1) ?? parts.at(-1))?.measure ?? missing('not-reported')
}

function toDecember(parts: readonly Part[]): Measure {
  return lastOf(parts.filter(({ end }) => end === 12))
}

function sumOfYear(parts: readonly Part[]): Measure {
  const kinds: readonly PeriodKind[] = ['half', 'quarter', 'month']
  const whole = kinds
    .map((kind) => parts.filter((part) => part.kind === kind))
    .map((group) => group.filter(({ measure }) => measure.ok))
    .find((group) => group[0] !== undefined && group.length === periodsInYear(group[0].kind))
  if (whole) return sumOf(whole.map(({ measure }) => measure))
  return parts.map(({ measure }) => measure).find(({ ok }) => !ok) ?? missing('not-reported')
}

function sumOf(measures: readonly Measure[]): Measure {
  const present = measures.filter((measure) => measure.ok)
  const unit = present[0]?.unit ?? null
  let value = 0
  for (const part of present) {
    const converted = inUnit(part.value, part.unit, unit)
    if (converted === null) return missing('unit-conflict')
    value += converted
  }
  return { ok: true, value, unit }
}

function inUnit(value: number, from: Unit | null, to: Unit | null): number | null {
  if (from === to) return value
  return from && to && comparable(from, to) ? convert(value, from, to) : null
}
