import type { Client, Field, Indicator, Trace, Values, Zone } from '@permu/api/client'
import { createClient, read } from '#lib/api.ts'
import { loadRanking } from '../../../rank/load.ts'
import { choicesOf, type RankingData } from '../../../rank/screen.ts'
import { parseState } from '../../../rank/state.ts'
import { profileOf } from '../profile.ts'
import type { PageServerLoad } from './$types'

const TRACED = 6

/** The ranking as /rank takes it, the profile of one zone in it, and where its numbers are from. */
export const load: PageServerLoad = async ({ fetch, params, url, parent }) => {
  const client = createClient(fetch)
  const { state } = await parent()
  const [zone, ranking] = await Promise.all([
    read<Zone>(client.api.v1.zones[':id'].$get({ param: { id: params.id } })),
    loadRanking({ fetch, url, periods: state.periods }),
  ])
  if (!ranking) return { zone, ranking, groups: [], traces: [] }
  const { period } = ranking
  const ids = choicesOf(ranking, parseState(url.searchParams)).map(({ id }) => id)
  const [groups, traces] = await Promise.all([
    profile(client, zone.id, ranking),
    Promise.all(
      ids.slice(0, TRACED).map((indicator) => {
        return read<Trace>(
          client.api.v1.trace.$get({ query: { zone: zone.id, period, indicator } }),
        )
      }),
    ),
  ])
  return { zone, ranking, groups, traces }
}

async function profile({ api }: Client, zone: string, { period }: RankingData) {
  const [values, indicators, fields] = await Promise.all([
    read<Values>(api.v1.values.$get({ query: { period } })),
    read<Indicator[]>(api.v1.indicators.$get()),
    read<Field[]>(api.v1.fields.$get()),
  ])
  const { dataVersion } = values
  const none = { indicators: [], zones: [], values: [], missing: [], breaks: [] }
  const series = { dataVersion, periods: [period], ...none }
  return profileOf({ zone, values, series, indicators, fields })
}
