import type { Zone } from '@permu/api/client'
import { createClient, read } from '#lib/api.ts'
import type { PageServerLoad } from './$types'
import { filterZones, typesOf } from './filter.ts'

const AT_ONCE = 300

// On the server: of thousands of zones the page shows the first hundreds that fit.
export const load: PageServerLoad = async ({ fetch, url }) => {
  const zones = await read<Zone[]>(createClient(fetch).api.v1.zones.$get({ query: {} }))
  const text = url.searchParams.get('q') ?? ''
  const type = url.searchParams.get('type') ?? ''
  const fitting = filterZones(zones, { text, type })
  const shown = url.searchParams.has('all') ? fitting : fitting.slice(0, AT_ONCE)
  return {
    filter: { text, type },
    types: typesOf(zones),
    zones: shown,
    fitting: fitting.length,
    all: zones.length,
  }
}
