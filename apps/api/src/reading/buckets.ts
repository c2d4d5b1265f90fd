import type { Block } from '@permu/intake'
import type { PackedRows } from './messages.ts'

const ROWS = 4096
/** Cells held back at most, over all periods, before the fullest bucket is let go. */
const HELD_CELLS = 4_000_000

interface Bucket {
  period: number
  slots: Int32Array
  capacity: number
  count: number
  zones: Int32Array<ArrayBuffer>
  rows: Int32Array<ArrayBuffer>
  /** Row-major while it fills: a growing bucket only appends. */
  values: Float64Array<ArrayBuffer>
  reasons: Uint8Array<ArrayBuffer>
}

function openBucket(period: number, slots: Int32Array, capacity: number): Bucket {
  const cells = capacity * slots.length
  return {
    period,
    slots,
    capacity,
    count: 0,
    zones: new Int32Array(capacity),
    rows: new Int32Array(capacity),
    values: new Float64Array(cells),
    reasons: new Uint8Array(cells),
  }
}

function grow(bucket: Bucket): Bucket {
  const larger = openBucket(bucket.period, bucket.slots, Math.min(ROWS, bucket.capacity * 4))
  larger.count = bucket.count
  larger.zones.set(bucket.zones)
  larger.rows.set(bucket.rows)
  larger.values.set(bucket.values)
  larger.reasons.set(bucket.reasons)
  return larger
}

function pack(bucket: Bucket, period: string): PackedRows {
  const { count } = bucket
  const width = bucket.slots.length
  const values = new Float64Array(count * width)
  const reasons = new Uint8Array(count * width)
  for (let slot = 0; slot < width; slot++) {
    for (let i = 0; i < count; i++) {
      values[slot * count + i] = bucket.values[i * width + slot] ?? Number.NaN
      reasons[slot * count + i] = bucket.reasons[i * width + slot] ?? 0
    }
  }
  return {
    period,
    count,
    slots: bucket.slots.slice(),
    present: presentOf(reasons),
    zones: bucket.zones.slice(0, count),
    rows: bucket.rows.slice(0, count),
    values,
    reasons,
  }
}

function presentOf(reasons: Uint8Array): number {
  let found = 0
  for (let i = 0; i < reasons.length; i++) if (reasons[i] === 0) found++
  return found
}

function isOfOnePeriod({ period, count }: Block): boolean {
  for (let i = 1; i < count; i++) if (period[i] !== period[0]) return false
  return true
}

function whole(block: Block, period: string): PackedRows {
  const { count } = block
  return {
    period,
    count,
    slots: block.slots.slice(),
    present: presentOf(block.reasons),
    zones: block.zone as Int32Array<ArrayBuffer>,
    rows: block.row as Int32Array<ArrayBuffer>,
    values: block.values as Float64Array<ArrayBuffer>,
    reasons: block.reasons as Uint8Array<ArrayBuffer>,
  }
}

function append(bucket: Bucket, block: Block, i: number) {
  const width = bucket.slots.length
  const base = bucket.count * width
  bucket.zones[bucket.count] = block.zone[i] ?? 0
  bucket.rows[bucket.count] = block.row[i] ?? 0
  for (let slot = 0; slot < width; slot++) {
    bucket.values[base + slot] = block.values[slot * block.count + i] ?? Number.NaN
    bucket.reasons[base + slot] = block.reasons[slot * block.count + i] ?? 0
  }
  bucket.count++
}

/** Sorts the reader's blocks into blocks of one period each. */
export function createBuckets(periods: readonly string[], emit: (rows: PackedRows) => void) {
  // By the covered slots, then by period: a file's rows may change period at every row.
  const open = new Map<string, (Bucket | undefined)[]>()
  let held = 0

  function release(group: (Bucket | undefined)[], bucket: Bucket) {
    group[bucket.period] = undefined
    held -= bucket.count * bucket.slots.length
    if (bucket.count > 0) emit(pack(bucket, periods[bucket.period] ?? ''))
  }

  function releaseFullest() {
    const all = [...open.values()].flatMap((group) =>
      group.flatMap((bucket) => (bucket ? [{ group, bucket }] : [])),
    )
    const [fullest] = all.sort((a, b) => b.bucket.count - a.bucket.count)
    if (fullest) release(fullest.group, fullest.bucket)
  }

  function groupFor(slots: Int32Array): (Bucket | undefined)[] {
    const key = slots.join(',')
    const group = open.get(key) ?? []
    open.set(key, group)
    return group
  }

  function bucketFor(group: (Bucket | undefined)[], period: number, slots: Int32Array): Bucket {
    const known = group[period] ?? openBucket(period, slots.slice(), 64)
    const bucket = known.count === known.capacity ? grow(known) : known
    group[period] = bucket
    return bucket
  }

  function add(block: Block) {
    if (isOfOnePeriod(block)) emit(whole(block, periods[block.period[0] ?? 0] ?? ''))
    else sort(block)
  }

  function sort(block: Block) {
    const group = groupFor(block.slots)
    for (let i = 0; i < block.count; i++) {
      const bucket = bucketFor(group, block.period[i] ?? 0, block.slots)
      append(bucket, block, i)
      held += block.slots.length
      if (bucket.count === ROWS) release(group, bucket)
    }
    while (held > HELD_CELLS) releaseFullest()
  }

  function end() {
    for (const group of open.values()) {
      for (const bucket of group) if (bucket) release(group, bucket)
    }
  }

  return { add, end }
}
