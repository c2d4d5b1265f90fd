const ZONES = 64
const LANES = 8

interface Page {
  marks: Int32Array
  rows: Int32Array
}

const float = new Float64Array(1)
const words = new Int32Array(float.buffer)

/** A 32-bit mark of a value, never 0; whole numbers up to 2^21 never share one. */
export function markOf(value: number): number {
  float[0] = value
  const high = Math.imul(words[1] ?? 0, 0x9e3779b1)
  const mark = (words[0] ?? 0) ^ high ^ (high >>> 15)
  return mark === 0 ? 1 : mark
}

/**
 * Remembers which cells of zone × lane × slot have a value, by a 32-bit mark of the value, so that
 * a second value for the same cell is noticed without keeping the file: a different one is taken
 * for the same once in four thousand million. Pages keep sorted files near one another and sparse
 * ones small.
 */
export class Seen {
  /** The marks of the current place begin at `marks[base]`. */
  marks: Int32Array = new Int32Array(0)
  base = 0
  private readonly slots: number
  private readonly pages = new Map<number, Page>()
  private page: Page = { marks: this.marks, rows: new Int32Array(0) }
  private key = -1
  private place = 0

  constructor(slots: number) {
    this.slots = slots
  }

  /** Moves to a zone and lane. */
  at(zone: number, lane: number): void {
    const key = Math.floor(zone / ZONES) * 0x8000000 + Math.floor(lane / LANES)
    if (key !== this.key) this.turn(key)
    this.place = (zone % ZONES) * LANES + (lane % LANES)
    this.base = this.place * this.slots
  }

  /** The row that first gave a value at the current place. */
  firstRow(): number {
    return this.page.rows[this.place] ?? 0
  }

  setRow(row: number): void {
    if (this.page.rows[this.place] === 0) this.page.rows[this.place] = row
  }

  private turn(key: number): void {
    this.key = key
    const known = this.pages.get(key)
    const marks = known?.marks ?? new Int32Array(ZONES * LANES * this.slots)
    this.page = known ?? { marks, rows: new Int32Array(ZONES * LANES) }
    this.marks = marks
    if (known === undefined) this.pages.set(key, this.page)
  }
}
