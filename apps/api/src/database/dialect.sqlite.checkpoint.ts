import Sqlite from 'better-sqlite3'
import type { Held } from './dialect.sqlite.held.ts'
import { keepSums } from './dialect.sqlite.sums.ts'

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

/**
 * Copies the write-ahead log into the database, after the sums of its pages, while others go on reading
 * and writing. One at a time: the sums are written as a whole.
 */
export function checkpoint(path: string, held: Held): void {
  whileReading(path, (pageBytes) => {
    keepSums(path, held, pageBytes)
    const copier = new Sqlite(path, { timeout: 0 })
    copier.pragma('synchronous = NORMAL')
    copier.pragma('wal_checkpoint(PASSIVE)')
    copier.close()
  })
}
