import type { PageLoad } from './$types'
import { loadRanking } from './load.ts'
import { isQuick } from './quick.ts'
import type { RankingData } from './screen.ts'
import { hasOwnMethod, parseState, type RankState } from './state.ts'

// Closed parts stand in the page that the server sends, as it works without scripts; a browser loads
// them when they are opened.
export const load: PageLoad = async ({ fetch, url, parent, data }) => {
  const asked = parseState(url.searchParams)
  const opened = import.meta.env.SSR || asked.preset !== null || hasOwnMethod(asked)
  const [{ state }, panels, reachPart] = await Promise.all([
    parent(),
    opened ? import('./panels.ts').then((module) => module.panels) : null,
    asked.selected === null ? null : import('./reach-part.ts').then((module) => module.reachPart),
  ])
  const ranking = await loadRanking({ fetch, url, periods: state.periods })
  const uncertaintyOf = await intervalsHere(ranking, asked)
  return { ...data, ranking, panels, reachPart, uncertaintyOf }
}

// A thread has code of its own: the page loads what draws the intervals only to draw them itself.
async function intervalsHere(ranking: RankingData | null, state: RankState) {
  const values = ranking?.values
  if (!values || !isQuick({ values, choices: [], state })) return null
  return (await import('./uncertainty.ts')).uncertaintyOf
}
