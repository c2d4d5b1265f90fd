import type { Field, Indicator, Series, State, Values, Zone } from '@permu/api/client'
import { createClient, read } from '#lib/api.ts'
import type { PageServerLoad } from './$types'
import { profileOf } from './profile.ts'

// On the server: a place among all zones needs all their values, the page only shows the place.
export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const { api } = createClient(fetch)
  const [state, zone] = await Promise.all([
    read<State>(api.v1.state.$get()),
    read<Zone>(api.v1.zones[':id'].$get({ param: { id: params.id } })),
  ])
  const asked = url.searchParams.get('period')
  const period = state.periods.find((one) => one === asked) ?? state.periods.at(-1)
  if (period === undefined) return { zone, profile: null }

  const zones = `"${zone.id.replaceAll('"', '""')}"`
  const [values, series, indicators, fields] = await Promise.all([
    read<Values>(api.v1.values.$get({ query: { period } })),
    read<Series>(api.v1.series.$get({ query: { zones } })),
    read<Indicator[]>(api.v1.indicators.$get()),
    read<Field[]>(api.v1.fields.$get()),
  ])
  const groups = profileOf({ zone: zone.id, values, series, indicators, fields })
  const breaks = series.breaks.filter((one) => one.zone === zone.id)
  return { zone, profile: { period, periods: series.periods, groups, breaks } }
}
