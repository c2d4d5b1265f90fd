import { at } from '../statistics/array.ts'
import { sortedQuantile } from '../statistics/quantile.ts'
import type { RankDraws } from './monte-carlo.ts'

/**
 * Where the ranks of a zone lie: the median, and 90 % of them between `low` and `high` (quantiles of
 * type 7); `ranked` is the share of draws in which it has a rank. Null where it never has one.
 */
export interface RankInterval {
  readonly median: number
  readonly low: number
  readonly high: number
  readonly mean: number
  readonly ranked: number
}

/** The interval of each zone; `coverage` is how much of its ranks lie within (0.9). */
export function rankIntervals(draws: RankDraws, coverage = 0.9): (RankInterval | null)[] {
  const tail = (1 - coverage) / 2
  const own = draws.ranks.slice(0, draws.draws)
  const counts = new Uint32Array(draws.size + 1)
  return [...Array(draws.size).keys()].map((zone) => {
    const count = gather(draws, zone, own)
    const sorted = own.subarray(0, count)
    sortByCounting(sorted, counts)
    if (count === 0) return null
    const quantileAt = (p: number) => sortedQuantile(sorted, p) ?? 0
    let total = 0
    for (let i = 0; i < count; i++) total += at(sorted, i)
    return {
      median: quantileAt(0.5),
      low: quantileAt(tail),
      high: quantileAt(1 - tail),
      mean: total / count,
      ranked: count / draws.draws,
    }
  })
}

// Ranks are whole numbers from 1 to the number of zones. `counts` is all 0 before and after.
function sortByCounting(ranks: Uint16Array | Uint32Array, counts: Uint32Array): void {
  let [least, most] = [counts.length, 0]
  for (let i = 0; i < ranks.length; i++) {
    const rank = at(ranks, i)
    counts[rank] = at(counts, rank) + 1
    if (rank < least) least = rank
    if (rank > most) most = rank
  }
  let place = 0
  for (let rank = least; rank <= most; rank++) {
    for (let left = at(counts, rank); left > 0; left--) ranks[place++] = rank
    counts[rank] = 0
  }
}

function gather(
  { ranks, size, draws }: RankDraws,
  zone: number,
  into: Uint16Array | Uint32Array,
): number {
  let count = 0
  for (let draw = 0; draw < draws; draw++) {
    const rank = at(ranks, draw * size + zone)
    if (rank > 0) into[count++] = rank
  }
  return count
}

/** How likely each zone is to be among the first `places`: a share of all draws. */
export function topShares({ ranks, size, draws }: RankDraws, places: number): Float64Array {
  const shares = new Float64Array(size)
  for (let i = 0; i < ranks.length; i++) {
    const rank = at(ranks, i)
    if (rank > 0 && rank <= places) shares[i % size] = at(shares, i % size) + 1 / draws
  }
  return shares
}

/** How likely zone z is to have rank r: `[z × size + r − 1]`, shares of all draws (rank acceptability). */
export function rankAcceptability({ ranks, size, draws }: RankDraws): Float32Array {
  const counts = new Float32Array(size * size)
  for (let i = 0; i < ranks.length; i++) {
    const rank = at(ranks, i)
    if (rank === 0) continue
    const cell = (i % size) * size + rank - 1
    counts[cell] = at(counts, cell) + 1
  }
  return counts.map((count) => count / draws)
}

/** The mean weights of the draws that a zone won: what one must think to put it first; null if it never won. */
export function centralWeights({ first, criteria }: RankDraws, zone: number): Float64Array | null {
  const own = first.slice(zone * criteria, (zone + 1) * criteria)
  const total = own.reduce((sum, weight) => sum + weight, 0)
  return total > 0 ? own.map((weight) => weight / total) : null
}

/** How likely zone `a` is to be above `b`, ties counting half; null where no draw ranks both. */
export function chanceAbove(
  { ranks, size, draws }: RankDraws,
  a: number,
  b: number,
): number | null {
  let [above, both] = [0, 0]
  for (let draw = 0; draw < draws; draw++) {
    const [own, other] = [at(ranks, draw * size + a), at(ranks, draw * size + b)]
    if (own === 0 || other === 0) continue
    both++
    if (own < other) above += 1
    else if (own === other) above += 0.5
  }
  return both === 0 ? null : above / both
}

/**
 * Zones, best first, in groups whose members cannot be told apart from the first of them: a new group
 * begins with the zone that the first is above in at least `level` (0.95) of the draws.
 */
export function indistinctGroups(
  draws: RankDraws,
  order: ArrayLike<number>,
  level = 0.95,
): number[][] {
  const groups: number[][] = []
  for (let place = 0; place < order.length; place++) {
    const zone = at(order, place)
    const group = groups.at(-1)
    const leader = group?.[0]
    const chance = leader === undefined ? 1 : (chanceAbove(draws, leader, zone) ?? 1)
    if (!group || chance >= level) groups.push([zone])
    else group.push(zone)
  }
  return groups
}
