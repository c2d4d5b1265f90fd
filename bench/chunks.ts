import { closeSync, openSync, readSync } from 'node:fs'

/** Reads a file as a host does that has it on its disk. */

const CHUNK = 1 << 18

export function eachChunk(path: string, take: (chunk: Uint8Array) => void) {
  const file = openSync(path, 'r')
  const buffer = new Uint8Array(CHUNK)
  for (let n = readSync(file, buffer); n > 0; n = readSync(file, buffer)) {
    take(buffer.subarray(0, n))
  }
  closeSync(file)
}

export function headOf(path: string, length: number): Uint8Array {
  const file = openSync(path, 'r')
  const head = new Uint8Array(length)
  const count = readSync(file, head)
  closeSync(file)
  return head.subarray(0, count)
}
