import { createClient } from '#lib/api.ts'
import type { PageLoad } from './$types'
import { loadComparison } from './load.ts'
import { parseState } from './state.ts'
import { partOf } from './view-parts.ts'

export const load: PageLoad = async ({ fetch, url, parent }) => {
  const asked = parseState(url.searchParams)
  const { state } = await parent()
  const [comparison, part] = await Promise.all([
    loadComparison(createClient(fetch), asked, state),
    partOf(asked.view),
  ])
  return { comparison, part }
}
