import type { Client, Field, Indicator, Series, Values } from '@permu/api/client'
import { createClient, read } from '#lib/api.ts'
import type { PageLoad } from './$types'
import { candidates, firstIndicators, firstZones, withLand } from './comparison.ts'
import { parseState } from './state.ts'

export const load: PageLoad = async ({ fetch, url, parent }) => {
  const asked = parseState(url.searchParams)
  const { state } = await parent()
  const period = state.periods.find((one) => one === asked.period) ?? state.periods.at(-1)
  if (period === undefined) return { comparison: null }

  const client = createClient(fetch)
  const [indicators, fields] = await Promise.all([
    read<Indicator[]>(client.api.v1.indicators.$get()),
    read<Field[]>(client.api.v1.fields.$get()),
  ])
  const known = new Set([...indicators, ...fields].map(({ id }) => id))
  const named = asked.indicators.filter((id) => known.has(id))
  const asking = named.length > 0 ? named : candidates({ indicators, fields }, period)
  const wanted = withLand(asking, fields).join(',')
  const values = await read<Values>(
    client.api.v1.values.$get({ query: { period, indicators: wanted } }),
  )
  const chosen = named.length > 0 ? named : firstIndicators(values)
  const present = new Set(values.zones.map(({ id }) => id))
  const picked = asked.zones.filter((id) => present.has(id))
  const zones = picked.length > 0 ? picked : firstZones(values)
  const line = chosen.find((id) => id === asked.line) ?? chosen[0]
  const many = zones.length > 0 && state.periods.length > 1
  const series = many ? await seriesOf(client, zones, line) : null
  const missed = [
    ...asked.indicators.filter((id) => !known.has(id)),
    ...asked.zones.filter((id) => !present.has(id)),
  ]
  return { comparison: { period, indicators, fields, values, chosen, zones, line, series, missed } }
}

async function seriesOf(client: Client, zones: readonly string[], line: string | undefined) {
  if (line === undefined) return null
  const query = { zones: zones.join(','), indicators: line }
  return read<Series>(client.api.v1.series.$get({ query }))
}
