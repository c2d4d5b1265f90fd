import { closeSync, existsSync, fdatasyncSync, openSync, readFileSync, readSync } from 'node:fs'
import { rmSync, writeSync } from 'node:fs'
import { crc32 } from 'node:zlib'

/**
 * How far the write-ahead log reached when something was last made durable. The engine takes the first
 * frame that is not whole for the end of the log: a bit that has turned there would silently take back
 * all that was committed after it.
 */
interface Mark {
  frames: number
  /** The salts of the log, which change whenever it begins anew. */
  salts: string
}

// Of the wal-index and of the log itself: https://sqlite.org/walformat.html
const FRAMES = 16
const INDEX_SALTS = 32
const INDEX_BYTES = 48
const LOG_SALTS = 16
const LOG_BYTES = 32
const SALT_BYTES = 8
const MARK_BYTES = 16

const pathOf = (path: string) => `${path}.mark`

function head(path: string, length: number): Buffer | null {
  if (!existsSync(path)) return null
  const bytes = Buffer.alloc(length)
  const file = openSync(path, 'r')
  try {
    return readSync(file, bytes, 0, length, 0) === length ? bytes : null
  } finally {
    closeSync(file)
  }
}

const saltsIn = (bytes: Buffer, at: number) => bytes.toString('hex', at, at + SALT_BYTES)

/** The log as the engine sees it while a connection is open. */
function seenBy(path: string): Mark | null {
  const index = head(`${path}-shm`, INDEX_BYTES)
  if (index === null) return null
  // Written in the byte order of the machine, as this is read.
  const [frames = 0] = new Uint32Array(Uint8Array.from(index.subarray(FRAMES, FRAMES + 4)).buffer)
  return { frames, salts: saltsIn(index, INDEX_SALTS) }
}

/** Says that all that the log holds now is to be there at the next start. */
export function setMark(path: string): void {
  const seen = seenBy(path)
  if (seen === null) return
  const bytes = Buffer.alloc(MARK_BYTES)
  bytes.writeUInt32LE(seen.frames, 0)
  bytes.write(seen.salts, 4, 'hex')
  bytes.writeUInt32LE(crc32(bytes.subarray(0, MARK_BYTES - 4)), MARK_BYTES - 4)
  const file = openSync(pathOf(path), existsSync(pathOf(path)) ? 'r+' : 'w')
  try {
    writeSync(file, bytes, 0, MARK_BYTES, 0)
    fdatasyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** The log is about to be emptied into the database, or was looked at. */
export function clearMark(path: string): void {
  rmSync(pathOf(path), { force: true })
}

function readMark(path: string): Mark | null {
  if (!existsSync(pathOf(path))) return null
  const bytes = readFileSync(pathOf(path))
  // One that was only half written says nothing.
  if (bytes.length !== MARK_BYTES) return null
  if (crc32(bytes.subarray(0, MARK_BYTES - 4)) !== bytes.readUInt32LE(MARK_BYTES - 4)) return null
  return { frames: bytes.readUInt32LE(0), salts: saltsIn(bytes, 4) }
}

/** What the log lacks of what was durable; null where nothing does. Only while a connection is open. */
export function lostOfLog(path: string): string | null {
  const mark = readMark(path)
  if (mark === null || mark.frames === 0) return null
  const log = head(`${path}-wal`, LOG_BYTES)
  if (log === null) return 'its log is missing'
  const salts = saltsIn(log, LOG_SALTS)
  const seen = seenBy(path)
  if (seen === null || seen.salts !== salts)
    return 'the beginning of its log is not what was written'
  // Another log: what the marked one held is in the database.
  if (salts !== mark.salts) return null
  if (seen.frames >= mark.frames) return null
  return `its log ends after ${String(seen.frames)} of ${String(mark.frames)} pages`
}
