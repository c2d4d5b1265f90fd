import { Pieces } from './pieces.ts'
import { PlaceIndex } from './place-index.ts'
import { createMemoryScratch, type Scratch } from './scratch.ts'

/** Words of a piece, where one place does not take more. */
const PIECE = 4096
/** Places of a piece at most: they are searched one after the other. */
const MOST_PLACES = 1024

const float = new Float64Array(1)
const words = new Int32Array(float.buffer)

/** A 32-bit mark of a value, never 0; whole numbers up to 2^21 never share one. */
export function markOf(value: number): number {
  float[0] = value
  const high = Math.imul(words[1] ?? 0, 0x9e3779b1)
  const mark = (words[0] ?? 0) ^ high ^ (high >>> 15)
  return mark === 0 ? 1 : mark
}

function placesOf(words: number): number {
  let places = 1
  while (places < MOST_PLACES && places * 2 * words <= PIECE) places *= 2
  return places
}

/**
 * Remembers which cells of zone × lane × slot have a value, by a 32-bit mark of the value, so that
 * a second value for the same cell is noticed without keeping the file: a different one is taken
 * for the same once in four thousand million. Marks stand one place behind the other in the order of
 * the file, in pieces of which only a few are at hand; two bytes for each place say in which piece it
 * stands, and that is asked for only when a place comes again.
 */
export class Seen {
  /** The marks of the current place begin at `marks[base]`. */
  marks: Int32Array = new Int32Array(1)
  base = 0
  private readonly index = new PlaceIndex()
  private readonly pieces: Pieces
  /** Words of a place: its address + 1, the row that first filled it, and its marks. */
  private readonly words: number
  /** Places of a piece. */
  private readonly places: number
  private piece = -1
  /** The current place, within its piece. */
  private place = 0
  /** Places that are filled. */
  private filled = 0

  constructor(slots: number, scratch: Scratch = createMemoryScratch()) {
    this.words = slots + 2
    this.places = placesOf(this.words)
    this.pieces = new Pieces(scratch, this.places * this.words)
  }

  /** Moves to a zone and lane. */
  at(zone: number, lane: number): void {
    const known = this.index.find(zone, lane)
    const piece = known === 0 ? Math.floor(this.filled / this.places) : known - 1
    if (piece !== this.piece) this.open(piece)
    this.place = known === 0 ? this.filled % this.places : this.search()
    this.base = this.place * this.words + 2
  }

  /** The row that first gave a value at the current place; 0 where none has. */
  firstRow(): number {
    return this.marks[this.base - 1] ?? 0
  }

  /** Puts a mark at the current place, where other rows may have put theirs. */
  add(slot: number, mark: number): void {
    this.marks[this.base + slot] = mark
    this.pieces.changed()
  }

  /** Whoever has put the first marks at the current place says so by this. */
  setRow(row: number): void {
    if (this.marks[this.base - 1] !== 0) return
    this.pieces.changed()
    this.marks[this.base - 2] = this.index.address + 1
    this.marks[this.base - 1] = row
    this.index.set(this.piece + 1)
    this.filled++
  }

  /** Nothing is asked any more: gives memory back at once, before what was read is let go. */
  end(): void {
    this.index.end()
    this.pieces.end()
  }

  private open(piece: number): void {
    this.piece = piece
    this.marks = this.pieces.open(piece)
    this.place = 0
  }

  /** Where the place stands within its piece: often where the last one did, or right behind it. */
  private search(): number {
    const { marks, words, place, places } = this
    const address = this.index.address + 1
    for (let at = place; at < places && at < place + 2; at++) {
      if (marks[at * words] === address) return at
    }
    let at = 0
    while (at < places && marks[at * words] !== address) at++
    return at
  }
}
