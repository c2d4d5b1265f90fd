import { rankWithinGroups, type Groups } from '@permu/metrics'

/** A zone's rank among the ranked zones of its group. */
export interface PeerRank {
  readonly rank: number
  readonly of: number
}

/** The ranks within groups by zone; empty without groups. */
export function groupRanks(scores: Float64Array, groups: Groups = []): Map<number, PeerRank> {
  const found = new Map<number, PeerRank>()
  for (const { zones, ranks } of rankWithinGroups(scores, groups)) {
    const of = ranks.filter((rank) => rank > 0).length
    zones.forEach((zone, k) => {
      const rank = ranks[k] ?? 0
      if (rank > 0) found.set(zone, { rank, of })
    })
  }
  return found
}
