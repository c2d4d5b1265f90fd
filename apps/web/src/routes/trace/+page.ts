import type { Trace } from '@permu/api/client'
import { createClient, read } from '#lib/api.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ fetch, url }) => {
  const zone = url.searchParams.get('zone')
  const indicator = url.searchParams.get('indicator')
  const period = url.searchParams.get('period')
  if (!zone || !indicator) return { trace: null }
  const query = { zone, indicator, ...(period ? { period } : {}) }
  return { trace: await read<Trace>(createClient(fetch).api.v1.trace.$get({ query })) }
}
