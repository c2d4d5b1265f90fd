import { createClient } from '#lib/api.ts'
import type { PageLoad } from './$types'
import { loadComparison } from './load.ts'
import type { Loaded } from './pick.ts'
import { parseState } from './state.ts'
import { partOf } from './view-parts.ts'

export const load: PageLoad = async ({ fetch, url, parent }) => {
  const asked = parseState(url.searchParams)
  const { state } = await parent()
  const [comparison, part] = await Promise.all([
    loadComparison(createClient(fetch), asked, state),
    partOf(asked.view),
  ])
  return { comparison, part, choosers: await choosersOf(comparison) }
}

// Closed parts stand in the page that the server sends, as it works without scripts; a browser loads
// them when they are opened. With fewer than two zones they are what the page is there for.
async function choosersOf(comparison: Loaded | null) {
  if (!import.meta.env.SSR && (comparison?.zones.length ?? 0) > 1) return null
  return (await import('./choosers.ts')).choosers
}
