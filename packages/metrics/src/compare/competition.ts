// Scores closer than this share of their range are equal.
const TIE_TOLERANCE = 1e-9

/** Values in ascending order with, for each place, the first and the last place of its group of ties. */
export interface Ladder {
  readonly sorted: Float64Array
  readonly first: Int32Array
  readonly last: Int32Array
}

/** Ties chain: groups end only at a gap wider than what `gap` allows there. NaN is left out. */
export function ladderOf(values: Float64Array, gap: (low: number, high: number) => number): Ladder {
  const sorted = presentOf(values).sort()
  const n = sorted.length
  const first = new Int32Array(n)
  const last = new Int32Array(n)
  let start = 0
  for (let end = 1; end <= n; end++) {
    const low = sorted[end - 1] ?? NaN
    const high = sorted[end] ?? NaN
    if (high - low <= gap(low, high)) continue
    for (let place = start; place < end; place++) {
      first[place] = start
      last[place] = end - 1
    }
    start = end
  }
  return { sorted, first, last }
}

/** The place of a value that the ladder contains. */
export function placeOf({ sorted }: Ladder, value: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Standard competition ranks (1224) of unrounded scores, the highest being 1; 0 for NaN. Scores
 * within 1e-9 of the range are equal, and equality chains along the sorted scores.
 */
export function competitionRanks(scores: Float64Array): Int32Array {
  const tolerance = TIE_TOLERANCE * rangeOf(scores)
  const ladder = ladderOf(scores, () => tolerance)
  const n = ladder.sorted.length
  const ranks = new Int32Array(scores.length)
  for (let i = 0; i < ranks.length; i++) {
    const score = scores[i] ?? NaN
    if (!Number.isNaN(score)) ranks[i] = n - (ladder.last[placeOf(ladder, score)] ?? 0)
  }
  return ranks
}

/** The ranked zones (rank > 0), best first; zones of equal rank in their own order. */
export function rankOrder(ranks: Int32Array): Int32Array {
  // Rank and index in one number, so that the engine's numeric sort does the work.
  const n = ranks.length
  const keys = new Float64Array(n)
  let count = 0
  for (let zone = 0; zone < n; zone++) {
    const rank = ranks[zone] ?? 0
    if (rank > 0) keys[count++] = rank * n + zone
  }
  const order = new Int32Array(count)
  const sorted = keys.subarray(0, count).sort()
  for (let place = 0; place < count; place++) order[place] = (sorted[place] ?? 0) % n
  return order
}

function presentOf(values: Float64Array): Float64Array {
  const present = new Float64Array(values.length)
  let count = 0
  for (const value of values) if (!Number.isNaN(value)) present[count++] = value
  return present.subarray(0, count)
}

function rangeOf(values: Float64Array): number {
  let min = Infinity
  let max = -Infinity
  for (const value of values) {
    if (value < min) min = value
    if (value > max) max = value
  }
  return max > min ? max - min : 0
}
