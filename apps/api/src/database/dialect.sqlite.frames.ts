import { closeSync, existsSync, openSync, readSync } from 'node:fs'

/** The write-ahead log as bytes: https://sqlite.org/walformat.html. */

/** How far the log reaches. */
export interface LogEnd {
  frames: number
  /** Of the database, once the log is in it; 0 where nothing is in the log. */
  pages: number
  /** They change whenever the log begins anew. */
  salts: string
}

const INDEX = { frames: 16, pages: 20, salts: 32, bytes: 48 }
const LOG = { salts: 16, sums: 24, bytes: 32 }
const FRAME_BYTES = 24
const SALT_BYTES = 8
const FRAMES_TOGETHER = 64
const TRIES = 1000

export const saltsIn = (bytes: Buffer, at: number) => bytes.toString('hex', at, at + SALT_BYTES)

/** Numbers in the byte order of the machine, as the engine writes its index. */
const wordsOf = (bytes: Buffer) => new Uint32Array(Uint8Array.from(bytes).buffer)

/** The log as the engine sees it; null where it has none. */
export function logEnd(index: number | null): LogEnd | null {
  if (index === null) return null
  const both = Buffer.alloc(2 * INDEX.bytes)
  for (let i = 0; i < TRIES; i++) {
    if (readSync(index, both, 0, both.length, 0) < both.length) return null
    const [one, other] = [both.subarray(0, INDEX.bytes), both.subarray(INDEX.bytes)]
    // The engine writes it twice: where they differ it is writing now.
    if (!one.equals(other)) continue
    const words = wordsOf(one)
    const [frames = 0, pages = 0] = [words[INDEX.frames / 4], words[INDEX.pages / 4]]
    return { frames, pages, salts: saltsIn(one, INDEX.salts) }
  }
  return null
}

const LITTLE = 0x377f0682
const BIG = 0x377f0683

/** The sums of the engine, over the fields before them. */
function sumsOf(head: Buffer, isBig: boolean): [number, number] {
  let [a, b] = [0, 0]
  const word = (at: number) => (isBig ? head.readUInt32BE(at) : head.readUInt32LE(at))
  for (let at = 0; at < LOG.sums; at += 8) {
    a = (a + word(at) + b) >>> 0
    b = (b + word(at + 4) + a) >>> 0
  }
  return [a, b]
}

/** The salts at the beginning of a log; `missing` without one, null where it is not as it was written. */
export function saltsOfLog(path: string): string | 'missing' | null {
  if (!existsSync(`${path}-wal`)) return 'missing'
  const file = openSync(`${path}-wal`, 'r')
  try {
    const head = Buffer.alloc(LOG.bytes)
    if (readSync(file, head, 0, LOG.bytes, 0) < LOG.bytes) return 'missing'
    const magic = head.readUInt32BE(0)
    if (magic !== LITTLE && magic !== BIG) return null
    const [a, b] = sumsOf(head, magic === BIG)
    const isWhole = head.readUInt32BE(LOG.sums) === a && head.readUInt32BE(LOG.sums + 4) === b
    return isWhole ? saltsIn(head, LOG.salts) : null
  } finally {
    closeSync(file)
  }
}

export interface Frames extends Pick<LogEnd, 'frames'> {
  pageBytes: number
}

type Visit = (page: number, content: Buffer) => void

/** Reads the frames of a log in their order; a page may come more than once, the last time as it is. */
export function readFrames(path: string, { frames, pageBytes }: Frames, visit: Visit) {
  if (frames === 0) return
  const bytes = FRAME_BYTES + pageBytes
  const piece = Buffer.allocUnsafe(Math.min(frames, FRAMES_TOGETHER) * bytes)
  const file = openSync(`${path}-wal`, 'r')
  try {
    for (let from = 0; from < frames; from += FRAMES_TOGETHER) {
      const count = Math.min(FRAMES_TOGETHER, frames - from)
      const read = readSync(file, piece, 0, count * bytes, LOG.bytes + from * bytes)
      if (read < count * bytes) throw new Error('the log is shorter than its index says')
      for (let at = 0; at < read; at += bytes) {
        visit(piece.readUInt32BE(at), piece.subarray(at + FRAME_BYTES, at + bytes))
      }
    }
  } finally {
    closeSync(file)
  }
}
