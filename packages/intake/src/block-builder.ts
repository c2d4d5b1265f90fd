import type { Block, Sink } from './plan.ts'

/** The row says nothing of the slot. */
export const SILENT = 255
const ROWS = 4096
const FIRST_ROWS = 64
const CELLS = 1 << 20

interface Places {
  zone: Int32Array
  period: Int32Array
  row: Int32Array
}

/** Fills one block after another; it starts small, for a file may have many shapes of few rows. */
export class BlockBuilder {
  /** The column that `put` writes. */
  column = 0
  private readonly slots: Int32Array
  private readonly sink: Sink
  private readonly limit: number
  private stride: number
  private at = 0
  private values: Float64Array
  private reasons: Uint8Array
  private places: Places

  constructor(slots: number[], sink: Sink) {
    this.slots = Int32Array.from(slots)
    this.sink = sink
    const width = Math.max(1, slots.length)
    this.limit = Math.max(FIRST_ROWS, Math.min(ROWS, Math.floor(CELLS / width)))
    this.stride = FIRST_ROWS
    this.values = new Float64Array(slots.length * this.stride)
    this.reasons = new Uint8Array(slots.length * this.stride)
    this.places = newPlaces(this.stride)
  }

  /** Writes a cell of the current row and gives its reason back. */
  put(value: number, reason: number): number {
    const place = this.column * this.stride + this.at
    this.values[place] = value
    this.reasons[place] = reason
    return reason
  }

  /** Keeps the current row. */
  keep(zone: number, period: number, row: number): void {
    const { at, places } = this
    places.zone[at] = zone
    places.period[at] = period
    places.row[at] = row
    this.at = at + 1
    if (this.at < this.stride) return
    if (this.stride < this.limit) this.resize(Math.min(this.limit, this.stride * 8))
    else this.flush()
  }

  flush(): void {
    if (this.at === 0) return
    const whole = this.at === this.stride
    this.sink.block(this.copy(this.at))
    if (whole) this.replace(this.stride)
    this.at = 0
  }

  private resize(stride: number): void {
    const { at } = this
    const block = this.copy(at)
    this.replace(stride)
    this.places.zone.set(block.zone)
    this.places.period.set(block.period)
    this.places.row.set(block.row)
    for (let k = 0; k < this.slots.length; k++) {
      this.values.set(block.values.subarray(k * at, (k + 1) * at), k * stride)
      this.reasons.set(block.reasons.subarray(k * at, (k + 1) * at), k * stride)
    }
  }

  private replace(stride: number): void {
    this.stride = stride
    this.values = new Float64Array(this.slots.length * stride)
    this.reasons = new Uint8Array(this.slots.length * stride)
    this.places = newPlaces(stride)
  }

  /** A full block gives its arrays away; a part of one is copied to its own size. */
  private copy(count: number): Block {
    const { slots, stride, values, reasons, places } = this
    if (count === stride) return { count, slots, ...places, values, reasons }
    const block = {
      count,
      slots,
      zone: places.zone.slice(0, count),
      period: places.period.slice(0, count),
      row: places.row.slice(0, count),
      values: new Float64Array(slots.length * count),
      reasons: new Uint8Array(slots.length * count),
    }
    for (let k = 0; k < slots.length; k++) {
      block.values.set(values.subarray(k * stride, k * stride + count), k * count)
      block.reasons.set(reasons.subarray(k * stride, k * stride + count), k * count)
    }
    return block
  }
}

function newPlaces(size: number): Places {
  return { zone: new Int32Array(size), period: new Int32Array(size), row: new Int32Array(size) }
}
