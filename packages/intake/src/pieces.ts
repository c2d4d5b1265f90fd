import type { Scratch } from './scratch.ts'

/** Pieces that are at hand; each has its place by its number. */
const HELD = 64

/** A long row of words of which only some pieces are at hand, and the others in a scratch. */
export class Pieces {
  private readonly scratch: Scratch
  private readonly size: number
  private readonly held: Int32Array[] = []
  private readonly numbers = new Int32Array(HELD).fill(-1)
  private readonly isChanged = new Uint8Array(HELD)
  private current = 0
  /** Pieces from this number on have never been asked for. */
  private made = 0

  constructor(scratch: Scratch, size: number) {
    this.scratch = scratch
    this.size = size
  }

  /** The words of a piece, good until the next one is opened; a new one has nothing but zeros. */
  open(piece: number): Int32Array {
    const at = piece % HELD
    const words = (this.held[at] ??= new Int32Array(this.size))
    this.current = at
    if (this.numbers[at] === piece) return words
    if (this.isChanged[at] === 1) this.scratch.write(this.numbers[at] ?? 0, words)
    if (piece < this.made) this.scratch.read(piece, words)
    else words.fill(0)
    this.isChanged[at] = piece < this.made ? 0 : 1
    this.made = Math.max(this.made, piece + 1)
    this.numbers[at] = piece
    return words
  }

  /** The piece last opened is not what it was. */
  changed(): void {
    this.isChanged[this.current] = 1
  }

  end(): void {
    this.held.length = 0
    this.scratch.end()
  }
}
