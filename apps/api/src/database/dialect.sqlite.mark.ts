import { closeSync, existsSync, fdatasyncSync, openSync, readFileSync } from 'node:fs'
import { rmSync, writeSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { logEnd, saltsIn, saltsOfLog, type LogEnd } from './dialect.sqlite.frames.ts'
import type { Held } from './dialect.sqlite.held.ts'

/**
 * How far the write-ahead log reached when something was last made durable. The engine takes the first
 * frame that is not whole for the end of the log: a bit that has turned there would silently take back
 * all that was committed after it.
 */
type Mark = Pick<LogEnd, 'frames' | 'salts'>

const MARK_BYTES = 16

const pathOf = (path: string) => `${path}.mark`

/** Says that all that the log holds now is to be there at the next start. */
export function setMark(path: string, { index }: Held): void {
  const seen = logEnd(index)
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
export function lostOfLog(path: string, { index }: Held): string | null {
  const mark = readMark(path)
  if (mark === null || mark.frames === 0) return null
  const salts = saltsOfLog(path)
  if (salts === 'missing') return 'its log is missing'
  const seen = logEnd(index)
  if (salts === null || seen?.salts !== salts)
    return 'the beginning of its log is not what was written'
  // Another log: what the marked one held is in the database.
  if (salts !== mark.salts) return null
  if (seen.frames >= mark.frames) return null
  return `its log ends after ${String(seen.frames)} of ${String(mark.frames)} pages`
}
