import type { Field, Indicator, MapAnswer, Values } from '@permu/api/client'
import { createClient, read } from '#lib/api.ts'
import { apiList } from '#lib/id-list.ts'
import type { PageLoad } from './$types'
import { parseMap } from './state.ts'

const USUAL = 'tax-per-land'

export const load: PageLoad = async ({ fetch, url, parent }) => {
  const asked = parseMap(url.searchParams)
  const { state } = await parent()
  const { api } = createClient(fetch)
  const { map } = await read<MapAnswer>(api.v1.map.$get())
  const period = state.periods.find((one) => one === asked.period) ?? state.periods.at(-1)
  if (map === null || period === undefined) return { asked, map, shown: null }
  const [indicators, fields] = await Promise.all([
    read<Indicator[]>(api.v1.indicators.$get()),
    read<Field[]>(api.v1.fields.$get()),
  ])
  const known = [...indicators, ...fields].map(({ id }) => id)
  const usual = indicators.find(({ id, coverage }) => id === USUAL && (coverage[period] ?? 0) > 0)
  const first = usual ?? indicators.find(({ coverage }) => (coverage[period] ?? 0) > 0)
  const fallback = first?.id ?? fields.find(({ hasData }) => hasData)?.id ?? USUAL
  const quantity = known.find((id) => id === asked.quantity) ?? fallback
  const query = { period, indicators: apiList([quantity]) }
  const values = await read<Values>(api.v1.values.$get({ query }))
  return { asked, map, shown: { period, quantity, indicators, fields, values } }
}
