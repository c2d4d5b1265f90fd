import { closeSync, existsSync, fdatasyncSync, openSync, readFileSync, readSync } from 'node:fs'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Held } from './dialect.sqlite.held.ts'
import { logEnd, readFrames, saltsOfLog } from './dialect.sqlite.frames.ts'
import { syncFolder } from './seal.ts'

/**
 * A CRC-32 of every page of the database file, beside it. The engine keeps none, so a bit that has turned
 * in a text would read as another text. They hold for the pages that are not in the write-ahead log, whose
 * frames have sums of their own; so they are brought up to date before the log is copied.
 */
interface Sums {
  pageBytes: number
  /** Of page 1, 2, …; 0 where it is not known. */
  pages: Uint32Array
}

const PIECE = 4 * 1024 * 1024
/** Of the file: a CRC-32 of all that follows, the bytes of a page, and then the sums. */
const HEAD_WORDS = 2

const pathOf = (path: string) => `${path}.sums`
const nextOf = (path: string) => `${path}.sums-next`

/** Litestream makes checkpoints of its own, which no sums would follow; it keeps sums itself. */
const isLedByOthers = (path: string) =>
  existsSync(join(dirname(path), `.${basename(path)}-litestream`))

/** Null where there are none, or none that can be read: then nothing is known. */
function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}

function readSums(path: string): Sums | null {
  if (isLedByOthers(path)) return null
  const bytes = bytesOf(pathOf(path))
  if (bytes === null) return null
  if (bytes.length < HEAD_WORDS * 4 || bytes.length % 4 !== 0) return null
  const words = new Uint32Array(Uint8Array.from(bytes).buffer)
  const [sum, pageBytes = 0] = words
  // One that is damaged itself says nothing.
  if (sum !== crc32(bytes.subarray(4))) return null
  return { pageBytes, pages: words.subarray(HEAD_WORDS) }
}

/** Says so durably: it must hold before the log begins anew. */
function writeDurably(path: string, { pageBytes, pages }: Sums) {
  const words = new Uint32Array(HEAD_WORDS + pages.length)
  words[1] = pageBytes
  words.set(pages, HEAD_WORDS)
  const bytes = Buffer.from(words.buffer)
  words[0] = crc32(bytes.subarray(4))
  writeFileSync(nextOf(path), bytes, { flush: true })
  renameSync(nextOf(path), pathOf(path))
  syncFolder(dirname(path))
}

export const hasSums = (path: string) => existsSync(pathOf(path))

/** Takes the sums away before pages change that they would not follow. */
export function dropSums(path: string): void {
  rmSync(nextOf(path), { force: true })
  if (!existsSync(pathOf(path))) return
  rmSync(pathOf(path), { force: true, recursive: true })
  syncFolder(dirname(path))
}

function sumsOfFile(database: number, pageBytes: number): number[] {
  const piece = Buffer.allocUnsafe(Math.ceil(PIECE / pageBytes) * pageBytes)
  const sums: number[] = []
  for (let place = 0; ; place += piece.length) {
    const read = readSync(database, piece, 0, piece.length, place)
    for (let at = 0; at + pageBytes <= read; at += pageBytes) {
      sums.push(crc32(piece.subarray(at, at + pageBytes)))
    }
    if (read < piece.length) return sums
  }
}

function syncLog(path: string) {
  const log = openSync(`${path}-wal`, 'r')
  try {
    fdatasyncSync(log)
  } finally {
    closeSync(log)
  }
}

/**
 * Writes down what the pages will be once the log is in the database. Only while a connection reads, so
 * that the log does not begin anew; what comes into it later must not be copied before this is done again.
 */
export function keepSums(path: string, held: Held, pageBytes: number): void {
  if (isLedByOthers(path)) return dropSums(path)
  const end = logEnd(held.index)
  if (end === null) throw new Error('the log cannot be read')
  const known = readSums(path)
  const old = known?.pageBytes === pageBytes ? known.pages : sumsOfFile(held.database, pageBytes)
  const pages = new Uint32Array(end.frames === 0 ? old.length : end.pages)
  pages.set(old.slice(0, pages.length))
  if (end.frames > 0) {
    // What the power could still take away must not have been summed.
    syncLog(path)
    readFrames(path, { ...end, pageBytes }, (page, content) => {
      if (page <= pages.length) pages[page - 1] = crc32(content)
    })
    if (saltsOfLog(path) !== end.salts) throw new Error('the log has begun anew meanwhile')
  }
  writeDurably(path, { pageBytes, pages })
}

/** A page that is not what was written, by its number; null where all are, or nothing is known. */
export function changedPage(path: string, held: Held): number | null {
  const known = readSums(path)
  if (known === null) return null
  const end = logEnd(held.index)
  const inLog = new Set<number>()
  if (end !== null) readFrames(path, { ...end, ...known }, (page) => inLog.add(page))
  const count = end === null || end.frames === 0 ? known.pages.length : end.pages
  const found = sumsOfFile(held.database, known.pageBytes)
  const changed = known.pages
    .subarray(0, count)
    .findIndex((sum, i) => sum !== 0 && sum !== found[i] && !inLog.has(i + 1))
  return changed === -1 ? null : changed + 1
}
