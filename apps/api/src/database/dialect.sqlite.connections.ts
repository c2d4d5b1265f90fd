import Sqlite from 'better-sqlite3'
import type { Db } from './dialect.sqlite.ts'
import { drizzle } from './dialect.sqlite.orm.ts'
import { watchTables, type Watched } from './dialect.sqlite.touched.ts'

/** Pages of this size take large blocks at half the cost of the usual 4 kB. */
const PAGE_BYTES = 16_384
const KILOBYTES_CACHED = 8_192

export function connect(path: string): Sqlite.Database {
  const connection = new Sqlite(path)
  connection.pragma(`page_size = ${String(PAGE_BYTES)}`)
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  connection.pragma('busy_timeout = 5000')
  connection.pragma(`cache_size = -${String(KILOBYTES_CACHED)}`)
  // Sorting must not need room on a disk that may be full.
  connection.pragma('temp_store = MEMORY')
  return connection
}

function connectReader(path: string): Sqlite.Database {
  const reader = connect(path)
  reader.pragma('query_only = ON')
  return reader
}

/** One that writes and one that reads. */
export interface Connections {
  writer: Sqlite.Database
  write: Db
  reader: Sqlite.Database
  read: Db
}

export function openWriter(path: string, watched: readonly Watched[]) {
  const writer = connect(path)
  writer.pragma('wal_autocheckpoint = 0')
  watchTables(writer, watched)
  return { writer, write: drizzle(writer) }
}

export function openBoth(path: string, watched: readonly Watched[]): Connections {
  const reader = connectReader(path)
  return { ...openWriter(path, watched), reader, read: drizzle(reader) }
}
