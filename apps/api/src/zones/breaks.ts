import { parsePeriod, periodKind, type PeriodKind } from '@permu/metrics'
import type { SeriesBreak } from '../contract.ts'
import type { Catalogue } from '../data/catalogue.ts'
import type { EventRow } from './queries.ts'

const MONTHS: Readonly<Record<PeriodKind, number>> = { year: 12, half: 6, quarter: 3, month: 1 }

/** A date that is no earlier than any of the period's, for comparing as text. */
function endOf(period: string): string {
  const parts = parsePeriod(period)
  if (parts === null) return ''
  const month = String(parts.number * MONTHS[parts.kind]).padStart(2, '0')
  return `${String(parts.year)}-${month}-31`
}

/** 2021 and 2021-07 mean their first day. */
const firstDay = (date: string) => `${date}-01-01`.slice(0, 10)

/**
 * The first period that ends on the day of an event or after it, of each kind of period that has an
 * earlier one: a year in which a zone grew already shows the new zone.
 */
export function periodsAfter(date: string, periods: readonly string[]): string[] {
  const kinds = Map.groupBy(periods, periodKind)
  return [...kinds.values()].flatMap((alike) => {
    const sorted = [...alike].sort()
    const at = sorted.findIndex((period) => endOf(period) >= firstDay(date))
    return at > 0 ? [sorted[at] ?? ''] : []
  })
}

function zonesOf(event: EventRow, canonical: (id: string) => string): Set<string> {
  const named = event.kind === 'rename' ? event.to : [...event.from, ...event.to]
  return new Set(named.map(({ id }) => canonical(id)))
}

/** Where the series of some zones break; a new name is marked and breaks nothing. */
export function breaksOf(catalogue: Catalogue, zones: readonly number[]): SeriesBreak[] {
  const { directory, periods } = catalogue
  const wanted = new Set(zones.map((i) => catalogue.zones[i]?.id))
  return directory.events.flatMap((event) => {
    const { kind, note } = event
    const after = periodsAfter(event.date, periods)
    return [...zonesOf(event, directory.canonical)]
      .filter((id) => wanted.has(id))
      .flatMap((zone) => {
        return after.map((period) => ({ zone, period, kind, breaks: kind !== 'rename', note }))
      })
  })
}
