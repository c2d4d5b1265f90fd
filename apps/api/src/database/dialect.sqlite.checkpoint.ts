import Sqlite from 'better-sqlite3'
import type { Held } from './dialect.sqlite.held.ts'
import { dropSums, keepSums } from './dialect.sqlite.sums.ts'

/** With a connection that reads, so that the log is copied no further than now, and not begun anew. */
export function whileReading<T>(path: string, work: (pageBytes: number) => T): T {
  const reader = new Sqlite(path, { timeout: 0 })
  try {
    reader.exec('BEGIN')
    reader.prepare('select count(*) from sqlite_schema').get()
    return work(Number(reader.pragma('page_size', { simple: true })))
  } finally {
    reader.close()
  }
}

/** Brings the sums of the pages up to date and copies nothing. */
export function sumPages(path: string, held: Held): void {
  whileReading(path, (pageBytes) => keepSums(path, held, pageBytes))
}

const FULL = new Set(['ENOSPC', 'EDQUOT'])

/** Without room for the sums there are none; a log that is not copied would need far more. */
function sumOrDrop(path: string, held: Held, pageBytes: number) {
  try {
    keepSums(path, held, pageBytes)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && FULL.has(String(error.code)))) throw error
    dropSums(path)
  }
}

/**
 * Copies the write-ahead log into the database, after the sums of its pages, while others go on reading
 * and writing. One at a time: the sums are written as a whole.
 */
export function checkpoint(path: string, held: Held): void {
  whileReading(path, (pageBytes) => {
    sumOrDrop(path, held, pageBytes)
    const copier = new Sqlite(path, { timeout: 0 })
    try {
      copier.pragma('synchronous = NORMAL')
      copier.pragma('wal_checkpoint(PASSIVE)')
    } finally {
      copier.close()
    }
  })
}
