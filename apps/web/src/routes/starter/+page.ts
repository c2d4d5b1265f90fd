import type { Starter } from '@permu/api/client'
import { createClient, read } from '#lib/api.ts'
import type { PageLoad } from './$types'
import { parseStarter } from './state.ts'

export const load: PageLoad = async ({ fetch, url, parent }) => {
  const asked = parseStarter(url.searchParams)
  const { state } = await parent()
  const period = state.periods.find((one) => one === asked.period) ?? state.periods.at(-1)
  if (period === undefined) return { asked, loaded: null }
  const { api } = createClient(fetch)
  const query = { period, ...(asked.type !== null && { type: asked.type }) }
  const [found, zones] = await Promise.all([
    read<Starter>(api.v1.starter.$get({ query })),
    read<{ type: string | null }[]>(api.v1.zones.$get({ query: {} })),
  ])
  const types = [...new Set(zones.flatMap(({ type }) => type ?? []))]
  return { asked, loaded: { period, query, found, types } }
}
