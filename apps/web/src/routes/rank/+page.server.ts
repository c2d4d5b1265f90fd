import type { PageServerLoad } from './$types'
import { drawnFrom, type Drawn } from './drawn.ts'
import { loadRanking } from './load.ts'
import { isQuickOf } from './quick.ts'
import { choicesOf } from './screen.ts'
import { parseState } from './state.ts'
import { uncertaintyOf } from './uncertainty.ts'

// To draw the intervals takes as long as all else that a browser does to take the page over, and the
// page that it takes over has them. The address is not tracked: what is asked later is drawn there.
export const load: PageServerLoad = async ({ fetch, url, parent, untrack }) => {
  const address = untrack(() => new URL(url))
  const { state } = await parent()
  return { drawn: await drawnHere({ fetch, url: address, periods: state.periods }, state.zones) }
}

async function drawnHere(
  event: Parameters<typeof loadRanking>[0],
  zones: number,
): Promise<Drawn | null> {
  const asked = parseState(event.url.searchParams)
  const ranking = isQuickOf(zones, asked) ? await loadRanking(event) : null
  if (!ranking?.values) return null
  const { values } = ranking
  const uncertainty = uncertaintyOf({ values, choices: choicesOf(ranking, asked), state: asked })
  return { from: drawnFrom(values.dataVersion, asked), uncertainty }
}
