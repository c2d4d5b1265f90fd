import type { Client, Field, Indicator, Series, State, Values, Zone } from '@permu/api/client'
import { read } from '#lib/api.ts'
import { apiList } from '#lib/id-list.ts'
import { candidates, firstIndicators, firstZones, withLand } from './comparison.ts'
import { pinnedFirst, type Loaded } from './pick.ts'
import type { CompareState } from './state.ts'
import { nearPeriods } from './tolerance.ts'
import { isOverTime } from './views.ts'

interface Catalogue {
  readonly indicators: readonly Indicator[]
  readonly fields: readonly Field[]
  readonly directory: readonly Zone[]
}

async function readCatalogue(client: Client): Promise<Catalogue> {
  const [indicators, fields, directory] = await Promise.all([
    read<Indicator[]>(client.api.v1.indicators.$get()),
    read<Field[]>(client.api.v1.fields.$get()),
    read<Zone[]>(client.api.v1.zones.$get({ query: {} })),
  ])
  return { indicators, fields, directory }
}

const readValues = (client: Client, period: string, ids: readonly string[]) =>
  read<Values>(client.api.v1.values.$get({ query: { period, indicators: apiList(ids) } }))

const readSeries = (client: Client, query: { zones?: string; indicators: string }) =>
  read<Series>(client.api.v1.series.$get({ query }))

function wantedOf(asked: CompareState, catalogue: Catalogue, period: string) {
  const known = new Set([...catalogue.indicators, ...catalogue.fields].map(({ id }) => id))
  const named = asked.indicators.filter((id) => known.has(id))
  const first = named.length > 0 ? named : candidates(catalogue, period)
  const sort = asked.sort !== null && known.has(asked.sort) ? [asked.sort] : []
  const ids = [...new Set([...withLand(first, catalogue.fields), ...sort])]
  return { named, ids, unknown: asked.indicators.filter((id) => !known.has(id)) }
}

function zonesOf(values: Values, { zones: asked, pins }: CompareState) {
  const present = new Set(values.zones.map(({ id }) => id))
  if (asked === null) return { zones: pinnedFirst(firstZones(values), pins), unknownZones: [] }
  const known = asked.filter((id) => present.has(id))
  return { zones: pinnedFirst(known, pins), unknownZones: asked.filter((id) => !present.has(id)) }
}

/** The tables of the periods around and the breaks that keep values from standing in. */
async function readNearby(client: Client, asked: CompareState, found: Omit<Loaded, 'series'>) {
  const { periods, period, zones, chosen, values } = found
  const [first] = chosen
  if (asked.tolerance === 0 || zones.length === 0 || first === undefined) return {}
  const ids = values.indicators.map(({ id }) => id)
  const around = nearPeriods(periods, period, asked.tolerance)
  const [nearby, { breaks }] = await Promise.all([
    Promise.all(around.map((one) => readValues(client, one, ids))),
    readSeries(client, { zones: apiList(zones), indicators: apiList([first]) }),
  ])
  return { nearby, breaks }
}

/** All that the page shows for a state; null without any data. */
export async function loadComparison(
  client: Client,
  asked: CompareState,
  { periods }: Pick<State, 'periods'>,
): Promise<Loaded | null> {
  const period = periods.find((one) => one === asked.period) ?? periods.at(-1)
  if (period === undefined) return null
  const catalogue = await readCatalogue(client)
  const { named, ids, unknown } = wantedOf(asked, catalogue, period)
  const values = await readValues(client, period, ids)
  const { zones, unknownZones } = zonesOf(values, asked)
  const chosen = named.length > 0 ? named : firstIndicators(values)
  const line = chosen.find((id) => id === asked.line) ?? chosen[0]
  const found = {
    ...catalogue,
    period,
    periods,
    values,
    chosen,
    zones,
    line,
    nearby: [],
    breaks: [],
    unknownZones,
    unknownIndicators: unknown,
  }
  const many = isOverTime(asked.view) && periods.length > 1 && line !== undefined
  const [near, series] = await Promise.all([
    readNearby(client, asked, found),
    many ? readSeries(client, { indicators: apiList([line]) }) : null,
  ])
  return { ...found, ...near, series }
}
