// As in competitionRanks: scores closer than this share of their range are equal.
const TIE_TOLERANCE = 1e-9

// With more scores than this in one bucket, the scores are too uneven for buckets.
const CROWDED = 48

/** Ranks a buffer of scores, all of them numbers, without allocating. */
export interface Ranker {
  /** Writes the competition rank of score k to `ranks[offset + zones[k]]`. */
  rank(scores: Float64Array, ranks: Uint16Array | Uint32Array, offset: number): void
}

interface Buffers {
  readonly zones: Int32Array
  /** Indices of scores, the lowest first. */
  readonly order: Uint32Array
  readonly bucket: Uint32Array
  /** Where each bucket begins in the order. */
  readonly starts: Uint32Array
  readonly sorted: Float64Array
}

/** A ranker for the zones of a table. */
export function rankerOf(zones: Int32Array): Ranker {
  const n = zones.length
  const buffers: Buffers = {
    zones,
    order: new Uint32Array(n),
    bucket: new Uint32Array(n),
    starts: new Uint32Array(2 * n + 1),
    sorted: new Float64Array(n),
  }
  return {
    rank(scores, ranks, offset) {
      if (n === 0) return
      let min = Infinity
      let max = -Infinity
      for (let k = 0; k < n; k++) {
        const score = scores[k] ?? 0
        if (score < min) min = score
        if (score > max) max = score
      }
      const tolerance = TIE_TOLERANCE * (max - min)
      if (max > min && fillBuckets(buffers, scores, { min, max })) sortNearly(buffers.order, scores)
      else sortAny(buffers, scores)
      writeRanks(buffers, scores, { tolerance, ranks, offset })
    },
  }
}

// A bucket sort by value; false where too many scores share a bucket.
function fillBuckets(
  { order, bucket, starts }: Buffers,
  scores: Float64Array,
  { min, max }: { readonly min: number; readonly max: number },
): boolean {
  const n = order.length
  const scale = (starts.length - 2) / (max - min)
  if (!Number.isFinite(scale)) return false
  starts.fill(0)
  for (let k = 0; k < n; k++) {
    const own = Math.floor(((scores[k] ?? 0) - min) * scale)
    bucket[k] = own
    starts[own + 1] = (starts[own + 1] ?? 0) + 1
  }
  if (!addUp(starts)) return false
  for (let k = 0; k < n; k++) {
    const own = bucket[k] ?? 0
    const place = starts[own] ?? 0
    starts[own] = place + 1
    order[place] = k
  }
  return true
}

function addUp(counts: Uint32Array): boolean {
  for (let b = 1; b < counts.length; b++) {
    const count = counts[b] ?? 0
    if (count > CROWDED) return false
    counts[b] = count + (counts[b - 1] ?? 0)
  }
  return true
}

// Insertion: after the buckets nothing is far from its place.
function sortNearly(order: Uint32Array, scores: Float64Array): void {
  for (let i = 1; i < order.length; i++) {
    const k = order[i] ?? 0
    const score = scores[k] ?? 0
    let place = i
    while (place > 0 && (scores[order[place - 1] ?? 0] ?? 0) > score) {
      order[place] = order[place - 1] ?? 0
      place--
    }
    order[place] = k
  }
}

// The engine sorts the scores; each then takes the next free place among its equals.
function sortAny({ order, sorted, bucket }: Buffers, scores: Float64Array): void {
  sorted.set(scores)
  sorted.sort()
  bucket.fill(0)
  for (let k = 0; k < order.length; k++) {
    const first = placeOf(sorted, scores[k] ?? 0)
    const taken = bucket[first] ?? 0
    order[first + taken] = k
    bucket[first] = taken + 1
  }
}

function placeOf(sorted: Float64Array, score: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < score) low = middle + 1
    else high = middle
  }
  return low
}

// Equality chains along the sorted scores: a rank changes at a gap only.
function writeRanks(
  { order, zones }: Buffers,
  scores: Float64Array,
  into: {
    readonly tolerance: number
    readonly ranks: Uint16Array | Uint32Array
    readonly offset: number
  },
): void {
  const { tolerance, ranks, offset } = into
  const n = order.length
  let rank = 1
  let above = Infinity
  for (let place = n - 1; place >= 0; place--) {
    const k = order[place] ?? 0
    const score = scores[k] ?? 0
    if (above - score > tolerance) rank = n - place
    above = score
    ranks[offset + (zones[k] ?? 0)] = rank
  }
}
