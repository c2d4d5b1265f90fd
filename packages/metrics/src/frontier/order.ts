import { competitionRanks } from '../compare/competition.ts'

/**
 * Standard competition ranks (1224), the highest score being 1; 0 = not scored. Where `top` has a
 * number, the zone is in the top group (super-efficiency found it infeasible: nothing matches it)
 * and stands above all others, ordered by that number.
 */
export function frontierRanks(scores: Float64Array, top: Float64Array | null): Int32Array {
  const rest = competitionRanks(scores)
  if (top === null) return rest
  const first = competitionRanks(top)
  const ahead = first.reduce((count, rank) => count + (rank > 0 ? 1 : 0), 0)
  return rest.map((rank, zone) => {
    const place = first[zone] ?? 0
    if (place > 0) return place
    return rank > 0 ? rank + ahead : 0
  })
}

/** The ranked zones, best first; zones of equal rank in the order of the data. */
export function rankOrder(ranks: Int32Array): Int32Array {
  const ranked = Int32Array.from(ranks.keys()).filter((zone) => (ranks[zone] ?? 0) > 0)
  return ranked.sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b)
}

/** A number for each zone of the top group: its super-SBM, or one above all where there is none. */
export function topGroup(
  size: number,
  places: readonly { zone: number; score: number }[],
): Float64Array {
  const top = new Float64Array(size).fill(NaN)
  const known = places.map(({ score }) => score).filter((score) => !Number.isNaN(score))
  const above = 2 * Math.max(1, ...known)
  for (const { zone, score } of places) top[zone] = Number.isNaN(score) ? above : score
  return top
}
