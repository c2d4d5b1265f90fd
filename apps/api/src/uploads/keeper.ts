import { createHash } from 'node:crypto'
import { writev } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { Writable } from 'node:stream'

/** The file grew beyond what may be sent. */
export class TooLarge extends Error {}

export interface KeeperOptions {
  /** Of a new file; who opened it closes it. */
  file: FileHandle
  limit: number
  /** Nobody else uses the memory of what comes: it is given back once it is written. */
  owned: boolean
  /** Told of bytes before they are written; not to be used after it returns. */
  heard(chunk: Uint8Array, bytes: number): void
}

/** A new file that is written as its bytes come. */
export interface Keeper {
  /** It is destroyed only when nothing is being written any more. */
  stream: Writable
  /** Bytes that the file has so far. */
  written(): number
  /** Once all is written. */
  result(): { sha256: string; bytes: number }
}

const WAITING = 1 << 20

/**
 * Gives memory back at once. Collecting it can wait until there is a hundred megabytes of it, and
 * then takes a twentieth of a second.
 */
function release({ buffer, byteLength }: Uint8Array) {
  const isWhole = buffer.byteLength === byteLength
  if (isWhole && buffer instanceof ArrayBuffer) buffer.transfer(0)
}

type Done = (error?: Error | null) => void

export function createKeeper({ file, limit, owned, heard }: KeeperOptions): Keeper {
  const hash = createHash('sha256')
  let bytes = 0
  let written = 0
  let isWriting = false
  let quiet: (() => void) | null = null

  function take(chunk: Uint8Array): boolean {
    bytes += chunk.byteLength
    if (bytes > limit) return false
    hash.update(chunk)
    heard(chunk, bytes)
    return true
  }

  /** A disk that is nearly full may take a part only. */
  function put(chunks: readonly Uint8Array[], done: Done) {
    const size = chunks.reduce((sum, { byteLength }) => sum + byteLength, 0)
    isWriting = true
    writev(file.fd, chunks, (error, count) => {
      isWriting = false
      quiet?.()
      if (error) return done(error)
      written += count
      if (count < size) return put(restOf(chunks, count), done)
      if (owned) chunks.forEach(release)
      done()
    })
  }

  const stream = new Writable({
    highWaterMark: WAITING,
    write: (chunk: Uint8Array, _encoding, done) =>
      take(chunk) ? put([chunk], done) : done(new TooLarge()),
    writev: (waiting, done) => {
      const chunks = waiting.map(({ chunk }: { chunk: Uint8Array }) => chunk)
      if (chunks.every(take)) put(chunks, done)
      else done(new TooLarge())
    },
    destroy: (error, done) => {
      if (isWriting) quiet = () => done(error)
      else done(error)
    },
  })
  return { stream, written: () => written, result: () => ({ sha256: hash.digest('hex'), bytes }) }
}

/** What of some chunks is left when so many bytes of them are written. */
function restOf(chunks: readonly Uint8Array[], count: number): Uint8Array[] {
  let passed = 0
  return chunks.flatMap((chunk) => {
    const from = Math.max(0, count - passed)
    passed += chunk.byteLength
    return from < chunk.byteLength ? [chunk.subarray(from)] : []
  })
}
