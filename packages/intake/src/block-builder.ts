import type { Block } from './plan.ts'

/** The row says nothing of the slot. */
export const SILENT = 255
const ROWS = 4096
const CELLS = 1 << 20

/** Fills one block after another; values and reasons are written at `slot * stride + at`. */
export interface BlockBuilder {
  readonly slots: Int32Array
  readonly stride: number
  /** Where the current row is written. */
  at: number
  values: Float64Array
  reasons: Uint8Array
  /** Keeps the current row. */
  keep(zone: number, period: number, row: number): void
  flush(): void
}

export function createBlockBuilder(slots: number[], emit: (block: Block) => void): BlockBuilder {
  const width = slots.length
  const stride = Math.max(64, Math.min(ROWS, Math.floor(CELLS / Math.max(1, width))))
  let places = newPlaces(stride)
  const builder: BlockBuilder = {
    slots: Int32Array.from(slots),
    stride,
    at: 0,
    values: new Float64Array(width * stride),
    reasons: new Uint8Array(width * stride),
    keep(zone, period, row) {
      const at = builder.at++
      places.zone[at] = zone
      places.period[at] = period
      places.row[at] = row
      if (builder.at === stride) builder.flush()
    },
    flush() {
      if (builder.at === 0) return
      emit(compact(builder, places))
      if (builder.at === stride) {
        places = newPlaces(stride)
        builder.values = new Float64Array(width * stride)
        builder.reasons = new Uint8Array(width * stride)
      }
      builder.at = 0
    },
  }
  return builder
}

interface Places {
  zone: Int32Array
  period: Int32Array
  row: Int32Array
}

function newPlaces(size: number): Places {
  return { zone: new Int32Array(size), period: new Int32Array(size), row: new Int32Array(size) }
}

/** A full block gives its arrays away; a part of one is copied to its own size. */
function compact(builder: BlockBuilder, places: Places): Block {
  const { slots, stride, at: count, values, reasons } = builder
  if (count === stride) return { count, slots, ...places, values, reasons }
  const width = slots.length
  const block = {
    count,
    slots,
    zone: places.zone.slice(0, count),
    period: places.period.slice(0, count),
    row: places.row.slice(0, count),
    values: new Float64Array(width * count),
    reasons: new Uint8Array(width * count),
  }
  for (let k = 0; k < width; k++) {
    block.values.set(values.subarray(k * stride, k * stride + count), k * count)
    block.reasons.set(reasons.subarray(k * stride, k * stride + count), k * count)
  }
  return block
}
