import { at } from '../statistics/array.ts'

// As in competitionRanks: scores closer than this share of their range are equal.
const TIE_TOLERANCE = 1e-9

/** Ranks a buffer of scores, all of them numbers, without allocating. */
export interface Ranker {
  /** Writes the competition rank of score k to `ranks[offset + zones[k]]`. */
  rank(scores: Float64Array, ranks: Uint16Array | Uint32Array, offset: number): void
}

/** A ranker for the zones of a table. */
export function rankerOf(zones: Int32Array): Ranker {
  const n = zones.length
  const sorted = new Float64Array(n)
  const rankAt = new Uint32Array(n)
  return {
    rank(scores, ranks, offset) {
      sorted.set(scores)
      sorted.sort()
      rankPlaces(sorted, rankAt)
      for (let k = 0; k < n; k++) {
        ranks[offset + at(zones, k)] = at(rankAt, placeOf(sorted, at(scores, k)))
      }
    },
  }
}

// Equality chains along the sorted scores: a rank changes at a gap only.
function rankPlaces(sorted: Float64Array, rankAt: Uint32Array): void {
  const n = sorted.length
  const tolerance = TIE_TOLERANCE * (at(sorted, n - 1) - at(sorted, 0))
  let rank = 1
  for (let place = n - 1; place >= 0; place--) {
    if (place < n - 1 && at(sorted, place + 1) - at(sorted, place) > tolerance) rank = n - place
    rankAt[place] = rank
  }
}

function placeOf(sorted: Float64Array, score: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (at(sorted, middle) < score) low = middle + 1
    else high = middle
  }
  return low
}
