const ZONES = 64
const LANES = 8

interface Page {
  marks: Uint16Array
  rows: Int32Array
}

export const NEW = 0
export const SAME = 1
export const OTHER_VALUE = 2

/**
 * Remembers which cells of zone × lane × slot have a value, by a 16-bit mark of the value, so that
 * a second value for the same cell is noticed without keeping the file. Pages keep sorted files
 * near one another and sparse ones small.
 */
export interface Seen {
  /** Moves to a zone and lane; the following marks belong there. */
  at(zone: number, lane: number): void
  mark(slot: number, value: number): number
  /** The row that first gave a value at the current place. */
  firstRow(): number
  setRow(row: number): void
}

export function createSeen(slots: number): Seen {
  const pages = new Map<number, Page>()
  const float = new Float64Array(1)
  const words = new Int32Array(float.buffer)
  let key = -1
  let page: Page = { marks: new Uint16Array(0), rows: new Int32Array(0) }
  let place = 0
  return {
    at(zone, lane) {
      const next = Math.floor(zone / ZONES) * 0x8000000 + Math.floor(lane / LANES)
      if (next !== key) {
        key = next
        page = pages.get(key) ?? addPage(pages, { key, slots })
      }
      place = (zone % ZONES) * LANES + (lane % LANES)
    },
    mark(slot, value) {
      float[0] = value
      let hash = (words[0] ?? 0) ^ Math.imul(words[1] ?? 0, 0x9e3779b1)
      hash = (hash ^ (hash >>> 16)) & 0xffff
      if (hash === 0) hash = 1
      const index = place * slots + slot
      const known = page.marks[index] ?? 0
      if (known !== 0) return known === hash ? SAME : OTHER_VALUE
      page.marks[index] = hash
      return NEW
    },
    firstRow: () => page.rows[place] ?? 0,
    setRow(row) {
      if (page.rows[place] === 0) page.rows[place] = row
    },
  }
}

function addPage(pages: Map<number, Page>, { key, slots }: { key: number; slots: number }): Page {
  const page = {
    marks: new Uint16Array(ZONES * LANES * slots),
    rows: new Int32Array(ZONES * LANES),
  }
  pages.set(key, page)
  return page
}
