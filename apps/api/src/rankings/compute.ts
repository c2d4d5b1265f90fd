import {
  composite,
  gradeZones,
  rankIntervals,
  rankUncertainty,
  rankWithinGroups,
  topShares,
  type Composite,
  type CompositeFault,
  type CompositeMethod,
  type DrawOptions,
  type Grades,
  type Groups,
  type PeerGroup,
  type RankDraws,
  type RankInterval,
} from '@permu/metrics'
import { inputOf, type PlainInput } from './input.ts'

export interface RankingAsk {
  readonly input: PlainInput
  readonly method: CompositeMethod
  readonly draws: DrawOptions | null
  /** Chances to be among the first so many. */
  readonly top: number
  /** Whether grades, intervals and chances are those within each group. */
  readonly within: boolean
}

export interface RankingAnswer {
  readonly result: Composite
  readonly peers: readonly PeerGroup[] | null
  readonly grades: Grades | null
  readonly intervals: readonly (RankInterval | null)[] | null
  readonly topChance: Float64Array | null
  readonly draws: number
}

const NOT_DRAWN = { intervals: null, topChance: null, draws: 0 }

/** A ranking with its grades and, where draws are asked for, how sure each rank is. */
export function computeRanking(ask: RankingAsk): RankingAnswer | CompositeFault {
  const input = inputOf(ask.input)
  const result = composite(input, ask.method)
  if ('error' in result) return result
  const { groups } = ask.input
  const peers = groups ? rankWithinGroups(result.scores, groups) : null
  const grades = peers && ask.within ? gradesWithin(result, peers) : result.grades
  if (!ask.draws) return { result, peers, grades, ...NOT_DRAWN }
  const drawn = rankUncertainty(input, ask.method, ask.draws)
  if ('error' in drawn) return drawn
  const draws = groups && ask.within ? drawsWithin(drawn, groups) : drawn
  const intervals = rankIntervals(draws)
  const topChance = topShares(draws, ask.top)
  return { result, peers, grades, intervals, topChance, draws: draws.draws }
}

/** Each group graded by itself. */
function gradesWithin({ scores, ranks, card }: Composite, peers: readonly PeerGroup[]) {
  const rule = card.grade
  if (!rule) return null
  const grades: (string | null)[] = Array<null>(ranks.length).fill(null)
  const notes: Grades['notes'][number][] = Array<'unranked'>(ranks.length).fill('unranked')
  const counts: Record<string, number> = {}
  for (const { zones, ranks: own } of peers) {
    const graded = gradeZones(
      { scores: Float64Array.from(zones, (zone) => scores[zone] ?? NaN), ranks: own },
      rule,
    )
    if ('error' in graded) return null
    zones.forEach((zone, k) => {
      grades[zone] = graded.grades[k] ?? null
      notes[zone] = graded.notes[k] ?? null
    })
    for (const [grade, count] of Object.entries(graded.counts)) {
      counts[grade] = (counts[grade] ?? 0) + count
    }
  }
  return { grades, notes, counts }
}

interface Standing {
  seen: number
  overall: number
  rank: number
}

/** The draws with the ranks that zones have within their group; 0 for a zone in none. */
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
