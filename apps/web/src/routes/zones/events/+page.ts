import type { Zone, ZoneEvent } from '@permu/api/client'
import { createClient, read } from '#lib/api.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ fetch }) => {
  const { api } = createClient(fetch)
  const [events, zones] = await Promise.all([
    read<ZoneEvent[]>(api.v1['zone-events'].$get()),
    read<Zone[]>(api.v1.zones.$get({ query: {} })),
  ])
  return { events, names: zones.map(({ name }) => name) }
}
