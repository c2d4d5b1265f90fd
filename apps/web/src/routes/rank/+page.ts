import type { PageLoad } from './$types'
import { loadRanking } from './load.ts'

export const load: PageLoad = async ({ fetch, url, parent }) => {
  const { state } = await parent()
  return { ranking: await loadRanking({ fetch, url, periods: state.periods }) }
}
