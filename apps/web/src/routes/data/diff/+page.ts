import type { CellChangePage } from '@permu/api/client'
import { redirect } from '@sveltejs/kit'
import { createClient, read } from '#lib/api.ts'
import type { PageLoad } from './$types'
import { versionOf } from './filter.ts'

const LIMIT = '200'

export const load: PageLoad = async ({ fetch, url }) => {
  const from = versionOf(url.searchParams.get('from'))
  const to = versionOf(url.searchParams.get('to'))
  if (from === null) redirect(303, '/data/history')
  const cursor = url.searchParams.get('cursor')
  const query = {
    ...{ from: String(from), limit: LIMIT },
    ...(to !== null && { to: String(to) }),
    ...(cursor !== null && { cursor }),
  }
  const diff = await read<CellChangePage>(createClient(fetch).api.v1.diff.$get({ query }))
  return { diff, from, to, cursor }
}
