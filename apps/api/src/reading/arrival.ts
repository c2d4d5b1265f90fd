import { closeSync, openSync, readSync } from 'node:fs'

/** A file that is still being received, as the thread that receives it and the one that reads see it. */

const ARRIVING = 0n
const WHOLE = 1n
const ABANDONED = 2n
const PATIENCE = 200

/** The receiving side: says how much has been written, and how it ended. */
export interface Arrival {
  shared: SharedArrayBuffer
  written(bytes: number): void
  whole(): void
  abandon(): void
}

export function createArrival(): Arrival {
  const shared = new SharedArrayBuffer(16)
  const [bytes, state] = partsOf(shared)
  function end(how: bigint) {
    Atomics.store(state, 0, how)
    Atomics.add(bytes, 0, 1n)
    Atomics.notify(bytes, 0)
  }
  return {
    shared,
    written(count) {
      Atomics.store(bytes, 0, BigInt(count))
      Atomics.notify(bytes, 0)
    },
    whole: () => end(WHOLE),
    abandon: () => end(ABANDONED),
  }
}

function partsOf(shared: SharedArrayBuffer): [bytes: BigInt64Array, state: BigInt64Array] {
  return [new BigInt64Array(shared, 0, 1), new BigInt64Array(shared, 8, 1)]
}

/** The file will not come: whoever waits for its bytes may go. */
export class Abandoned extends Error {}

/** The reading side: fills a buffer; 0 at the end of the file. Waits for bytes that are to come. */
export interface Feed {
  fill(buffer: Uint8Array): number
  close(): void
}

export function openFeed(path: string, shared: SharedArrayBuffer): Feed {
  const [bytes, state] = partsOf(shared)
  const file = openSync(path, 'r')

  /** What there is now, or 0 where all of the file has been read. */
  function some(buffer: Uint8Array): number {
    for (;;) {
      const seen = Atomics.load(bytes, 0)
      const ending = Atomics.load(state, 0)
      if (ending === ABANDONED) throw new Abandoned()
      const count = readSync(file, buffer, 0, buffer.length, null)
      if (count > 0 || ending === WHOLE) return count
      if (Atomics.load(state, 0) === ARRIVING) Atomics.wait(bytes, 0, seen, PATIENCE)
    }
  }

  return {
    fill(buffer) {
      let filled = 0
      while (filled < buffer.length) {
        const count = some(buffer.subarray(filled))
        if (count === 0) break
        filled += count
      }
      return filled
    },
    close: () => closeSync(file),
  }
}
