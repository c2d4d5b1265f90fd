import type { Field, Indicator, Series, Values, ZoneRef } from '@permu/api/client'

/** What the page has loaded. */
export interface Loaded {
  readonly period: string
  readonly indicators: readonly Indicator[]
  readonly fields: readonly Field[]
  readonly values: Values
  readonly chosen: readonly string[]
  readonly zones: readonly string[]
  readonly line: string | undefined
  readonly series: Series | null
}

/** The chosen quantities only; the land that bubbles need is loaded besides. */
export function onlyChosen(values: Values, chosen: readonly string[]): Values {
  const at = values.indicators.flatMap(({ id }, k) => (chosen.includes(id) ? [k] : []))
  return {
    ...values,
    indicators: at.flatMap((k) => values.indicators[k] ?? []),
    values: values.values.map((row) => at.map((k) => row[k] ?? null)),
  }
}

/** The periods in which any of the zones has a value; the others would only be empty columns. */
export function withValues(series: Series): Series {
  const at = [...series.periods.keys()].filter((period) =>
    series.values.some((zones) => zones.some((values) => typeof values[period] === 'number')),
  )
  return {
    ...series,
    periods: at.flatMap((period) => series.periods[period] ?? []),
    values: series.values.map((zones) =>
      zones.map((values) => at.map((period) => values[period] ?? null)),
    ),
  }
}

/** How many zones a list shows before somebody searches. */
export const LISTED = 60

/** Chosen ones first, then those whose name has the query; what is left over is counted. */
export function listZones(
  zones: readonly ZoneRef[],
  chosen: ReadonlySet<string>,
  query: string,
): { shown: readonly ZoneRef[]; hidden: number } {
  const needle = query.normalize('NFKC').trim().toLowerCase()
  const first = zones.filter(({ id }) => chosen.has(id))
  const rest = zones.filter(
    ({ id, name }) => !chosen.has(id) && name.normalize('NFKC').toLowerCase().includes(needle),
  )
  const room = Math.max(0, LISTED - first.length)
  return { shown: [...first, ...rest.slice(0, room)], hidden: Math.max(0, rest.length - room) }
}
