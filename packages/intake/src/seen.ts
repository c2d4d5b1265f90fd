const ZONES = 64
const LANES = 8

interface Page {
  marks: Uint16Array
  rows: Int32Array
}

/**
 * Remembers which cells of zone × lane × slot have a value, by a 16-bit mark of the value, so that
 * a second value for the same cell is noticed without keeping the file. Pages keep sorted files
 * near one another and sparse ones small.
 */
export interface Seen {
  /** Moves to a zone and lane: their marks begin at `marks[base]`. */
  at(zone: number, lane: number): void
  marks: Uint16Array
  base: number
  /** The row that first gave a value at the current place. */
  firstRow(): number
  setRow(row: number): void
}

const float = new Float64Array(1)
const words = new Int32Array(float.buffer)

/** 1 to 65535, the same for equal values. */
export function markOf(value: number): number {
  float[0] = value
  const hash = (words[0] ?? 0) ^ Math.imul(words[1] ?? 0, 0x9e3779b1)
  const mark = (hash ^ (hash >>> 16)) & 0xffff
  return mark === 0 ? 1 : mark
}

export function createSeen(slots: number): Seen {
  const pages = new Map<number, Page>()
  let key = -1
  let page: Page = { marks: new Uint16Array(0), rows: new Int32Array(0) }
  let place = 0
  const seen: Seen = {
    marks: page.marks,
    base: 0,
    at(zone, lane) {
      const next = Math.floor(zone / ZONES) * 0x8000000 + Math.floor(lane / LANES)
      if (next !== key) {
        key = next
        page = pages.get(key) ?? addPage(pages, { key, slots })
        seen.marks = page.marks
      }
      place = (zone % ZONES) * LANES + (lane % LANES)
      seen.base = place * slots
    },
    firstRow: () => page.rows[place] ?? 0,
    setRow(row) {
      if (page.rows[place] === 0) page.rows[place] = row
    },
  }
  return seen
}

function addPage(pages: Map<number, Page>, { key, slots }: { key: number; slots: number }): Page {
  const page = {
    marks: new Uint16Array(ZONES * LANES * slots),
    rows: new Int32Array(ZONES * LANES),
  }
  pages.set(key, page)
  return page
}
