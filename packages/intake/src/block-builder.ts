import type { Sink } from './plan.ts'

/** The row says nothing of the slot. */
export const SILENT = 255
const ROWS = 4096
const FIRST_ROWS = 64
/** Blocks have different sizes, lest those of all periods be full at the same time. */
const STEPS = 16
const STEP = 128
const CELLS = 1 << 20
/** Cells that all unfinished blocks may have room for, before the fullest half is let go. */
const HELD = 1 << 20

const NO_VALUES = new Float64Array(0)
const NO_REASONS = new Uint8Array(0)
const NO_PLACES = new Int32Array(0)

/** Fills blocks of one period; it starts small, for a file may have many shapes of few rows. */
export class BlockBuilder {
  /** Rows in the block that is being filled. */
  rows = 0
  /** Rows that it has room for; none after it was let go. */
  room = 0
  readonly width: number
  private readonly slots: Int32Array
  private readonly shelf: Shelf
  private readonly period: number
  private readonly limit: number
  /** Row-major while it fills, so that a row stays together: the current one begins at `rows * width`. */
  values: Float64Array = NO_VALUES
  /** As `values`. */
  reasons: Uint8Array = NO_REASONS
  /** Of each row its zone and its number: few arrays leave little behind. */
  private places: Int32Array = NO_PLACES

  constructor(
    shelf: Shelf,
    { slots, period, rows }: { slots: Int32Array; period: number; rows: number },
  ) {
    this.slots = slots
    this.shelf = shelf
    this.period = period
    this.width = slots.length
    this.limit = Math.max(FIRST_ROWS, Math.min(rows, Math.floor(CELLS / Math.max(1, this.width))))
  }

  /** Makes room for a first row. */
  open(): void {
    this.resize(FIRST_ROWS)
  }

  /** Writes the cell of the current row in one of the columns. */
  put(column: number, value: number, reason: number): void {
    const place = this.rows * this.width + column
    this.values[place] = value
    this.reasons[place] = reason
  }

  /** Keeps the current row. */
  keep(zone: number, row: number): void {
    const { rows, places } = this
    places[rows * 2] = zone
    places[rows * 2 + 1] = row
    this.rows = rows + 1
    if (this.rows < this.room) return
    if (this.room < this.limit) this.resize(Math.min(this.limit, this.room * 8))
    else this.give()
  }

  /** Gives the block away, and the room it took. */
  flush(): void {
    this.give()
    this.resize(0)
  }

  private give(): void {
    const { rows, slots, width, places } = this
    this.rows = 0
    if (rows === 0) return
    this.shelf.sink.block({
      count: rows,
      slots,
      zone: everyOther(places, 0, rows),
      period: new Int32Array(rows).fill(this.period),
      row: everyOther(places, 1, rows),
      values: turnedValues(this.values, rows, width),
      reasons: turnedReasons(this.reasons, rows, width),
    })
  }

  private resize(room: number): void {
    const { values, reasons, places } = this
    const cells = room * this.width
    this.shelf.grown(cells - this.room * this.width)
    this.room = room
    this.values = resized(values, room === 0 ? NO_VALUES : new Float64Array(cells))
    this.reasons = resized(reasons, room === 0 ? NO_REASONS : new Uint8Array(cells))
    this.places = resized(places, room === 0 ? NO_PLACES : new Int32Array(room * 2))
  }
}

function everyOther(from: Int32Array, first: number, count: number): Int32Array {
  const into = new Int32Array(count)
  for (let i = 0; i < count; i++) into[i] = from[i * 2 + first] ?? 0
  return into
}

/** Rows turned at a time: what is read again for the next slot is still near. */
const TURNED = 64

/** Rows of a width to slots of a count. One function for each kind of array: it runs twice as fast. */
function turnedValues(from: Float64Array, count: number, width: number): Float64Array {
  const into = new Float64Array(count * width)
  for (let first = 0; first < count; first += TURNED) {
    const end = Math.min(count, first + TURNED)
    for (let k = 0; k < width; k++) {
      const base = k * count
      for (let i = first, at = first * width + k; i < end; i++, at += width) {
        into[base + i] = from[at] ?? 0
      }
    }
  }
  return into
}

function turnedReasons(from: Uint8Array, count: number, width: number): Uint8Array {
  const into = new Uint8Array(count * width)
  for (let first = 0; first < count; first += TURNED) {
    const end = Math.min(count, first + TURNED)
    for (let k = 0; k < width; k++) {
      const base = k * count
      for (let i = first, at = first * width + k; i < end; i++, at += width) {
        into[base + i] = from[at] ?? 0
      }
    }
  }
  return into
}

/** Gives memory back at once: collecting it can wait until there is a hundred megabytes of it. */
function resized<T extends Float64Array | Uint8Array | Int32Array>(from: T, into: T): T {
  into.set(from.length > into.length ? from.subarray(0, into.length) : from)
  const { buffer } = from
  if (from.length > 0 && buffer instanceof ArrayBuffer) buffer.transfer(0)
  return into
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
    if (builder.room === 0) builder.open()
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
    const rows = ROWS - (this.all.length % STEPS) * STEP
    const builder = new BlockBuilder(this, { slots, period, rows })
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
