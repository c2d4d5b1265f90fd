import type { ChangePage } from '@permu/api/client'
import { createClient, read } from '#lib/api.ts'
import type { PageLoad } from './$types'

const LIMIT = '50'

export const load: PageLoad = async ({ fetch, url }) => {
  const cursor = url.searchParams.get('cursor')
  const query = cursor ? { limit: LIMIT, cursor } : { limit: LIMIT }
  const history = await read<ChangePage>(createClient(fetch).api.v1.history.$get({ query }))
  return { history, cursor }
}
