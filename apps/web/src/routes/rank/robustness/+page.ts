import type { PageLoad } from './$types'
import { loadRanking } from '../load.ts'
import { isQuickAll } from '../quick.ts'
import type { RankingData } from '../screen.ts'
import { parseState, type RankState } from '../state.ts'

export const load: PageLoad = async ({ fetch, url, parent }) => {
  const { state } = await parent()
  const ranking = await loadRanking({ fetch, url, periods: state.periods })
  return { ranking, robustnessOf: await computedHere(ranking, parseState(url.searchParams)) }
}

// A thread has code of its own: the page loads what computes this only to compute it itself.
async function computedHere(ranking: RankingData | null, state: RankState) {
  const values = ranking?.values
  if (!values || !isQuickAll({ values, choices: [], state })) return null
  return (await import('./robustness.ts')).robustnessOf
}
