import type { Linkage } from '@permu/api/client'
import { ask } from '#lib/answer.ts'
import { createClient, read } from '#lib/api.ts'
import type { PageLoad } from './$types'
import { linkageQuery, parseLinkage } from './state.ts'

export const load: PageLoad = async ({ fetch, url, parent }) => {
  const asked = parseLinkage(url.searchParams)
  const { state } = await parent()
  const period = state.periods.find((one) => one === asked.period) ?? state.periods.at(-1)
  if (period === undefined) return { asked, loaded: null }
  const { api } = createClient(fetch)
  const query = linkageQuery(asked, period)
  const [answer, zones] = await Promise.all([
    ask<Linkage>(api.v1.linkage.$get({ query })),
    read<{ type: string | null }[]>(api.v1.zones.$get({ query: {} })),
  ])
  const types = [...new Set(zones.flatMap(({ type }) => type ?? []))]
  return { asked, loaded: { period, query, answer, types } }
}
