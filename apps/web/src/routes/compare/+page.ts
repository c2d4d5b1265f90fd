import { createClient } from '#lib/api.ts'
import type { PageLoad } from './$types'
import { loadComparison } from './load.ts'
import { parseState } from './state.ts'

export const load: PageLoad = async ({ fetch, url, parent }) => {
  const asked = parseState(url.searchParams)
  const { state } = await parent()
  return { comparison: await loadComparison(createClient(fetch), asked, state) }
}
