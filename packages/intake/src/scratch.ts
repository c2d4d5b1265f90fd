/**
 * Where a reading puts what it must remember of a file and seldom asks for again, in pieces of one
 * size, numbered from 0 on.
 */
export interface Scratch {
  write(piece: number, words: Int32Array): void
  /** Only of a piece that was written. */
  read(piece: number, into: Int32Array): void
  /** Nothing of it is needed any more. */
  end(): void
}

/** Makes one for each reading that needs one. */
export type MakeScratch = () => Scratch

/** For small files, and where a host has no better place. */
export function createMemoryScratch(): Scratch {
  const kept: Int32Array[] = []
  return {
    write(piece, words) {
      kept[piece] = words.slice()
    },
    read(piece, into) {
      into.set(kept[piece] ?? [])
    },
    end: () => void (kept.length = 0),
  }
}
