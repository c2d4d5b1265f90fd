import { randomUUID } from 'node:crypto'
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import type { MakeScratch } from '@permu/intake'

/** All of some words, at a place of a file: a disk that is nearly full may take a part only. */
function put(file: number, words: Int32Array, place: number) {
  let done = 0
  while (done < words.byteLength) {
    const rest = new Uint8Array(words.buffer, words.byteOffset + done, words.byteLength - done)
    done += writeSync(file, rest, 0, rest.length, place + done)
  }
}

/**
 * Keeps what a reading must remember in files beside the one that is read. They lose their names as soon as
 * they are open, so the system takes them away when the thread ends, however it ends.
 */
export function besideFile(path: string): MakeScratch {
  return () => {
    // Another server may read the same file in the same folder.
    const name = `${path}.${randomUUID()}.part`
    const file = openSync(name, 'wx+')
    rmSync(name, { force: true })
    return {
      write: (piece, words) => put(file, words, piece * words.byteLength),
      read: (piece, into) => void readSync(file, into, 0, into.byteLength, piece * into.byteLength),
      end: () => closeSync(file),
    }
  }
}
