import type { Block, Sink } from './plan.ts'

/** The row says nothing of the slot. */
export const SILENT = 255
const ROWS = 4096
const FIRST_ROWS = 64
/** Blocks have different sizes, lest those of all periods be full at the same time. */
const STEPS = 16
const STEP = 128
const CELLS = 1 << 20
/** Cells that all unfinished blocks may have room for, before the fullest half is let go. */
const HELD = 3 << 19

interface Places {
  zone: Int32Array
  period: Int32Array
  row: Int32Array
}

/** Fills blocks of one period; it starts small, for a file may have many shapes of few rows. */
export class BlockBuilder {
  /** Rows in the block that is being filled. */
  rows = 0
  /** Rows that it has room for; none after it was let go. */
  stride = 0
  private readonly slots: Int32Array
  private readonly shelf: Shelf
  private readonly limit: number
  /** Slot-major; the cell of the current row in column `j` stands at `j * stride + rows`. */
  values = new Float64Array(0)
  /** As `values`. */
  reasons = new Uint8Array(0)
  private places = newPlaces(0)

  constructor(slots: Int32Array, shelf: Shelf, rows: number) {
    this.slots = slots
    this.shelf = shelf
    const width = Math.max(1, slots.length)
    this.limit = Math.max(FIRST_ROWS, Math.min(rows, Math.floor(CELLS / width)))
  }

  /** Makes room for a first row. */
  open(): void {
    this.replace(FIRST_ROWS)
  }

  /** Writes the cell of the current row in one of the columns. */
  put(column: number, value: number, reason: number): void {
    const place = column * this.stride + this.rows
    this.values[place] = value
    this.reasons[place] = reason
  }

  /** Keeps the current row. */
  keep(zone: number, period: number, row: number): void {
    const { rows, places } = this
    places.zone[rows] = zone
    places.period[rows] = period
    places.row[rows] = row
    this.rows = rows + 1
    if (this.rows < this.stride) return
    if (this.stride < this.limit) this.resize(Math.min(this.limit, this.stride * 8))
    else this.flush()
  }

  /** Gives the block away, and the room it took. */
  flush(): void {
    const { rows, stride, values, reasons } = this
    this.rows = 0
    if (rows > 0) this.shelf.sink.block(this.copy(rows))
    this.replace(rows === stride ? stride : 0)
    if (rows < stride) release(values, reasons)
  }

  private resize(stride: number): void {
    const { rows } = this
    const block = this.copy(rows)
    this.replace(stride)
    this.places.zone.set(block.zone)
    this.places.period.set(block.period)
    this.places.row.set(block.row)
    for (let k = 0; k < this.slots.length; k++) {
      this.values.set(block.values.subarray(k * rows, (k + 1) * rows), k * stride)
      this.reasons.set(block.reasons.subarray(k * rows, (k + 1) * rows), k * stride)
    }
    release(block.values, block.reasons)
  }

  private replace(stride: number): void {
    this.shelf.grown((stride - this.stride) * this.slots.length)
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

/** Gives memory back at once: collecting it can wait until there is a hundred megabytes of it. */
function release(...arrays: (Float64Array | Uint8Array)[]): void {
  for (const { buffer } of arrays) if (buffer instanceof ArrayBuffer) buffer.transfer(0)
}

function newPlaces(size: number): Places {
  return { zone: new Int32Array(size), period: new Int32Array(size), row: new Int32Array(size) }
}

/** Builders of one shape, by period. */
export type BuilderList = (BlockBuilder | undefined)[]

/** Keeps the blocks that are being filled within bounds, all together. */
export class Shelf {
  readonly sink: Sink
  private readonly all: BlockBuilder[] = []
  private held = 0
  private full = false

  constructor(sink: Sink) {
    this.sink = sink
  }

  /** The builder of a period, ready for a row. */
  builder(list: BuilderList, slots: Int32Array, period: number): BlockBuilder {
    if (this.full) this.release()
    const builder = list[period] ?? this.create(list, slots, period)
    if (builder.stride === 0) builder.open()
    return builder
  }

  /** A builder has more room than before, or less. */
  grown(cells: number): void {
    this.held += cells
    this.full = this.held > HELD
  }

  flush(): void {
    for (const builder of this.all) builder.flush()
  }

  private create(list: BuilderList, slots: Int32Array, period: number): BlockBuilder {
    const builder = new BlockBuilder(slots, this, ROWS - (this.all.length % STEPS) * STEP)
    this.all.push(builder)
    return (list[period] = builder)
  }

  /** Lets the larger blocks go, until half of the room is free. */
  private release(): void {
    const byRows = this.all.toSorted((a, b) => b.rows - a.rows)
    for (const builder of byRows) {
      if (this.held <= HELD / 2) break
      builder.flush()
    }
    this.full = false
  }
}
