import { gradesWithin, rankWithinGroups, type Composite, type Groups } from '@permu/metrics'
import type { BoardRow } from './board.ts'

/** A zone's rank among the ranked zones of its group. */
export interface PeerRank {
  readonly group: string
  readonly rank: number
  readonly of: number
}

/** The ranks within groups by zone; empty without groups. */
export function groupRanks(scores: Float64Array, groups: Groups = []): Map<number, PeerRank> {
  const found = new Map<number, PeerRank>()
  for (const { group, zones, ranks } of rankWithinGroups(scores, groups)) {
    const of = ranks.filter((rank) => rank > 0).length
    zones.forEach((zone, k) => {
      const rank = ranks[k] ?? 0
      if (rank > 0) found.set(zone, { group, rank, of })
    })
  }
  return found
}

/** The grades of a ranking; within groups each group is graded by itself. */
export function gradesOf(result: Composite, groups: Groups | null): Composite['grades'] {
  return groups ? gradesWithin(result, rankWithinGroups(result.scores, groups)) : result.grades
}

/** Group after group, in the order of their best zones, each ranked by itself; zones in none are left out. */
export function withinGroups(rows: readonly BoardRow[]): BoardRow[] {
  const placed = rows.flatMap((row) => (row.peers ? [{ ...row, rank: row.peers.rank }] : []))
  const groups = [...Map.groupBy(placed, ({ peers }) => peers?.group).values()]
  return groups.flatMap((own) =>
    own.map((row) => ({ ...row, tied: own.filter(({ rank }) => rank === row.rank).length > 1 })),
  )
}
