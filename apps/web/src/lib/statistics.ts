/** The middle of the values; the mean of the two middle ones where their number is even. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length >> 1
  const upper = sorted[half]
  if (upper === undefined) return null
  const lower = sorted[half - 1]
  return sorted.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2
}

/** The share of the others that lie below, ties counting half: 0 lowest, 1 highest, null when alone. */
export function percentilePosition(value: number, all: readonly number[]): number | null {
  if (all.length < 2) return null
  let below = 0
  let equal = 0
  for (const other of all) {
    if (other < value) below += 1
    else if (other === value) equal += 1
  }
  return (below + Math.max(0, equal - 1) / 2) / (all.length - 1)
}

export interface Bin {
  readonly from: number
  readonly to: number
  readonly count: number
}

/** Equal bins over the range of the values; a single bin where all are equal. */
export function histogram(values: readonly number[], bins: number): Bin[] {
  const low = Math.min(...values)
  const high = Math.max(...values)
  if (values.length === 0) return []
  if (low === high) return [{ from: low, to: high, count: values.length }]
  const width = (high - low) / bins
  const counts = new Array<number>(bins).fill(0)
  for (const value of values) {
    const bin = Math.min(bins - 1, Math.floor((value - low) / width))
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  return counts.map((count, i) => ({ from: low + i * width, to: low + (i + 1) * width, count }))
}
