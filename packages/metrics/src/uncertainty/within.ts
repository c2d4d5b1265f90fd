import type { Groups } from '../treat/impute.ts'
import type { RankDraws } from './monte-carlo.ts'

interface Standing {
  seen: number
  overall: number
  rank: number
}

/** The draws with the ranks that zones have within their group; 0 for a zone in none, and for one without a rank. */
export function drawsWithin(draws: RankDraws, groups: Groups): RankDraws {
  const ranks = draws.ranks.slice().fill(0)
  const order = Int32Array.from({ length: draws.size }, (_, zone) => zone)
  for (let draw = 0; draw < draws.draws; draw++) {
    const from = draw * draws.size
    const overall = (zone: number) => draws.ranks[from + zone] ?? 0
    order.sort((a, b) => overall(a) - overall(b))
    const standings = new Map<string, Standing>()
    for (const zone of order) {
      const group = groups[zone] ?? null
      if (group === null || overall(zone) === 0) continue
      ranks[from + zone] = nextRank(standings, group, overall(zone))
    }
  }
  return { ...draws, ranks }
}

// Zones come best first; those that tie overall tie in their group.
function nextRank(standings: Map<string, Standing>, group: string, overall: number): number {
  const before = standings.get(group) ?? { seen: 0, overall: 0, rank: 0 }
  const seen = before.seen + 1
  const rank = before.overall === overall ? before.rank : seen
  standings.set(group, { seen, overall, rank })
  return rank
}
