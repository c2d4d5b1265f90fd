import { competitionRanks } from '../compare/competition.ts'
import { at } from '../statistics/array.ts'
import { membersOf, type Groups } from '../treat/impute.ts'

/** The zones of one group with their ranks among themselves. */
export interface PeerGroup {
  readonly group: string
  readonly zones: readonly number[]
  readonly ranks: Int32Array
}

/**
 * Competition ranks of scores (NaN = unranked: rank 0) within each group of peers, such as a type,
 * an industry or an ecosystem; a zone without a group stands in none.
 */
export function rankWithinGroups(scores: Float64Array, groups: Groups): PeerGroup[] {
  return [...membersOf(groups)].map(([group, zones]) => {
    const own = Float64Array.from(zones, (zone) => at(scores, zone))
    return { group, zones, ranks: competitionRanks(own) }
  })
}
