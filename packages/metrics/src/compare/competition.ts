/** Scores closer than this share of their range are equal. */
export const TIE_TOLERANCE = 1e-9

/** Values in ascending order with, for each place, the first and the last place of its group of ties. */
export interface Ladder {
  readonly sorted: Float64Array
  readonly first: Int32Array
  readonly last: Int32Array
}

/** Ties chain: groups end only at a gap wider than the tolerance. NaN is left out. */
export function ladderOf(values: Float64Array): Ladder {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort()
  const n = sorted.length
  const first = new Int32Array(n)
  const last = new Int32Array(n)
  const tolerance = TIE_TOLERANCE * ((sorted[n - 1] ?? 0) - (sorted[0] ?? 0))
  let start = 0
  for (let end = 1; end <= n; end++) {
    if (end < n && (sorted[end] ?? 0) - (sorted[end - 1] ?? 0) <= tolerance) continue
    first.fill(start, start, end)
    last.fill(end - 1, start, end)
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
  const ladder = ladderOf(scores)
  const n = ladder.sorted.length
  return Int32Array.from(scores, (score) =>
    Number.isNaN(score) ? 0 : n - (ladder.last[placeOf(ladder, score)] ?? 0),
  )
}
