const ZONES = 64
const LANES = 8
const PLACES = ZONES * LANES
/** Lanes, eight together, of which the pages are found by their place in a list. */
const LISTED = 128
/** Pages of the index in one array. */
const PAGES = 64
/** Places in one sheet of marks. */
const SHEET_BITS = 13
const SHEET_PLACES = 1 << SHEET_BITS
/** Marks that may have 32 bits; those beyond, of files with millions of rows, get 8. */
const FULL = 11 << 20

const float = new Float64Array(1)
const words = new Int32Array(float.buffer)

/** A 32-bit mark of a value, never 0; whole numbers up to 2^21 never share one. */
export function markOf(value: number): number {
  float[0] = value
  const high = Math.imul(words[1] ?? 0, 0x9e3779b1)
  const mark = (words[0] ?? 0) ^ high ^ (high >>> 15)
  return mark === 0 ? 1 : mark
}

/** As `markOf`, from 1 to 255. */
export function shortMarkOf(value: number): number {
  const mark = markOf(value)
  const half = mark ^ (mark >>> 16)
  const short = (half ^ (half >>> 8)) & 0xff
  return short === 0 ? 1 : short
}

type Marks = Int32Array | Uint8Array

/** Marks of places that were filled one after the other, and the row that first filled each. */
interface Sheet {
  marks: Marks
  /** Of long marks it stands behind them, in the same array. */
  rows: Int32Array
}

/**
 * Remembers which cells of zone × lane × slot have a value, by a 32-bit mark of the value, so that
 * a second value for the same cell is noticed without keeping the file: a different one is taken
 * for the same once in four thousand million. Beyond `FULL` cells it is one in 255. Marks stand in
 * the order of the file: of rows that come in any order only the small index is reached here and there.
 */
export class Seen {
  /** The marks of the current place begin at `marks[base]`. */
  marks: Marks = new Int32Array(1)
  base = 0
  /** The marks of the current place are short ones. */
  short = false
  private rows: Int32Array = new Int32Array(1)
  private rowAt = 0
  private readonly width: number
  private readonly fullSheets: number
  private readonly sheets: Sheet[] = []
  private sheet = -1
  /** Places that are filled. */
  private filled = 0
  /** By place: its number from 1 on, in the order of filling; 0 where it is not filled. */
  private index: Int32Array = new Int32Array(1)
  private indexAt = 0
  private readonly indexes: Int32Array[] = []
  /** By zones and lanes: their page from 1 on; all in one array, which stays near. */
  private listed = new Int32Array(0)
  private lanesListed = 1
  private readonly far = new Map<number, number>()
  private pages = 0
  private zones = -1
  private lanes = -1
  private firstPlace = 0

  constructor(slots: number) {
    this.width = slots
    this.fullSheets = Math.ceil(FULL / (SHEET_PLACES * slots))
  }

  /** Moves to a zone and lane. */
  at(zone: number, lane: number): void {
    const zones = Math.floor(zone / ZONES)
    const lanes = Math.floor(lane / LANES)
    if (zones !== this.zones || lanes !== this.lanes) this.turn(zones, lanes)
    this.indexAt = this.firstPlace + (zone % ZONES) * LANES + (lane % LANES)
    const known = this.index[this.indexAt] ?? 0
    const number = known === 0 ? this.filled : known - 1
    const sheet = number >> SHEET_BITS
    if (sheet !== this.sheet) this.open(sheet)
    const place = number & (SHEET_PLACES - 1)
    this.base = this.short ? place * this.width : place * (this.width + 1)
    this.rowAt = this.short ? place : this.base + this.width
  }

  /** The row that first gave a value at the current place; 0 where none has. */
  firstRow(): number {
    return this.rows[this.rowAt] ?? 0
  }

  /** As the marks of the current place are made. */
  markOf(value: number): number {
    return this.short ? shortMarkOf(value) : markOf(value)
  }

  /** Whoever has put marks at the current place says so by this. */
  setRow(row: number): void {
    if (this.rows[this.rowAt] !== 0) return
    this.rows[this.rowAt] = row
    this.index[this.indexAt] = ++this.filled
  }

  /** Nothing is asked any more: gives memory back at once, before what was read is let go. */
  end(): void {
    const sheets = this.sheets.flatMap(({ marks, rows }) =>
      marks === rows ? [marks] : [marks, rows],
    )
    for (const { buffer } of [...sheets, ...this.indexes]) {
      if (buffer instanceof ArrayBuffer) buffer.transfer(0)
    }
  }

  private open(sheet: number): void {
    const known = (this.sheets[sheet] ??= this.newSheet(sheet))
    this.sheet = sheet
    this.marks = known.marks
    this.rows = known.rows
    this.short = known.marks instanceof Uint8Array
  }

  private newSheet(sheet: number): Sheet {
    if (sheet < this.fullSheets) {
      const marks = new Int32Array(SHEET_PLACES * (this.width + 1))
      return { marks, rows: marks }
    }
    return {
      marks: new Uint8Array(SHEET_PLACES * this.width),
      rows: new Int32Array(SHEET_PLACES),
    }
  }

  private turn(zones: number, lanes: number): void {
    this.zones = zones
    this.lanes = lanes
    const page = lanes < LISTED ? this.listedPage(zones, lanes) : this.farPage(zones, lanes)
    this.index = this.indexes[Math.floor(page / PAGES)] ?? this.index
    this.firstPlace = (page % PAGES) * PLACES
  }

  private listedPage(zones: number, lanes: number): number {
    const at = zones * this.lanesListed + lanes
    if (lanes >= this.lanesListed || at >= this.listed.length) return this.listPage(zones, lanes)
    const known = this.listed[at] ?? 0
    return known > 0 ? known - 1 : this.listPage(zones, lanes)
  }

  private listPage(zones: number, lanes: number): number {
    const before = this.lanesListed
    while (lanes >= this.lanesListed) this.lanesListed *= 2
    const zonesListed = Math.max(zones * 2, 8, this.listed.length / before)
    const isShort = this.listed.length < (zones + 1) * this.lanesListed
    if (isShort || this.lanesListed > before) {
      const larger = new Int32Array(zonesListed * this.lanesListed)
      for (let i = 0; i < this.listed.length; i++) {
        const page = this.listed[i] ?? 0
        larger[Math.floor(i / before) * this.lanesListed + (i % before)] = page
      }
      this.listed = larger
    }
    const page = this.newPage()
    this.listed[zones * this.lanesListed + lanes] = page + 1
    return page
  }

  private farPage(zones: number, lanes: number): number {
    const key = zones * 0x8000000 + lanes
    const page = this.far.get(key) ?? this.newPage()
    this.far.set(key, page)
    return page
  }

  private newPage(): number {
    if (this.pages % PAGES === 0) this.indexes.push(new Int32Array(PAGES * PLACES))
    return this.pages++
  }
}
