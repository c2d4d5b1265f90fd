import { leavesOf } from '@permu/metrics'
import type { PageLoad } from './$types'
import { loadRanking } from '../load.ts'
import { presetById } from '../method.ts'
import { RIVALS, readRivals } from './rivals.ts'

export const load: PageLoad = async ({ fetch, url, parent }) => {
  const { state } = await parent()
  const more = readRivals(url.searchParams).flatMap((code) => {
    const preset = presetById(RIVALS[code]?.preset ?? null)
    return preset ? leavesOf(preset.method.of).map(({ indicator }) => indicator) : []
  })
  return { ranking: await loadRanking({ fetch, url, periods: state.periods, more }) }
}
