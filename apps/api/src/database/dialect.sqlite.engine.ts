import Sqlite from 'better-sqlite3'
import type { Db } from './dialect.sqlite.ts'
import { factsOf } from './dialect.sqlite.facts.ts'
import { createLogKeeper } from './dialect.sqlite.log.ts'
import { lockDatabase } from './dialect.sqlite.lock.ts'
import { clearMark, setMark } from './dialect.sqlite.mark.ts'
import { APPLICATION_ID, inspectDatabase } from './dialect.sqlite.opening.ts'
import { drizzle, migrate } from './dialect.sqlite.orm.ts'
import { takeTouched, watchTables, type Watched } from './dialect.sqlite.touched.ts'
import { createTurns } from './dialect.sqlite.turns.ts'
import type { Engine } from './engine.ts'
import { migrationsKnown } from './migrations.ts'
import { refusals } from './refusal.ts'
import { breakSeal, seal } from './seal.ts'

export interface EngineOptions {
  migrations: string
  /** Tables whose changes are noticed. */
  watched?: readonly Watched[]
  /** Beside a server that has it open: neither locked nor brought up to date. */
  beside?: boolean
  /** Called before a database that has data is brought up to date. */
  beforeMigration?: () => Promise<unknown>
}

/** Pages of this size take large blocks at half the cost of the usual 4 kB. */
const PAGE_BYTES = 16_384
const KILOBYTES_CACHED = 8_192
const PAGES_TOGETHER = 256

function connect(path: string): Sqlite.Database {
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

/** Brings the schema up to date, all of it or nothing. */
function bringUpToDate(path: string, migrations: string) {
  const connection = connect(path)
  try {
    migrate(drizzle(connection), { migrationsFolder: migrations })
    connection.pragma(`application_id = ${String(APPLICATION_ID)}`)
    connection.pragma(`user_version = ${String(migrationsKnown(migrations))}`)
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    throw refusals.migration(path, cause instanceof Error ? cause.message : String(cause))
  } finally {
    connection.close()
  }
}

async function prepare(path: string, { migrations, beforeMigration }: EngineOptions) {
  const known = migrationsKnown(migrations)
  const schema = inspectDatabase(path, known)
  if (schema > 0 && schema < known) await beforeMigration?.()
  breakSeal(path)
  clearMark(path)
  if (schema < known) bringUpToDate(path, migrations)
}

interface Connections {
  writer: Sqlite.Database
  write: Db
  reader: Sqlite.Database
  read: Db
}

function openWriter(path: string, watched: readonly Watched[]) {
  const writer = connect(path)
  writer.pragma('wal_autocheckpoint = 0')
  watchTables(writer, watched)
  return { writer, write: drizzle(writer) }
}

function open(path: string, watched: readonly Watched[]): Connections {
  const reader = connectReader(path)
  return { ...openWriter(path, watched), reader, read: drizzle(reader) }
}

/** Copies what the log holds into the database and begins a new log. */
function settleLog(writer: Sqlite.Database) {
  clearMark(writer.name)
  writer.pragma('synchronous = FULL')
  const [result] = writer.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
  if (result?.busy !== 0) throw new Error('the log is in use')
}

/** As `settleLog`; where there is no room for that, it waits in the log. */
function trySettling(writer: Sqlite.Database) {
  try {
    settleLog(writer)
  } catch (error) {
    if (!(error instanceof Error)) throw error
  }
}

/** Of `pragma synchronous`. */
const FULL = 2

/** Without it, or with an older one, everything holds but that damage of the log is noticed. */
function tryMarking(path: string) {
  try {
    setMark(path)
  } catch (error) {
    if (!(error instanceof Error)) throw error
  }
}

/** Gives a file pages as large as those of a connection: the engine copies no others. */
function fitPages(source: string, writer: Sqlite.Database) {
  const content = new Sqlite(source)
  try {
    const wanted = Number(writer.pragma('page_size', { simple: true }))
    if (content.pragma('page_size', { simple: true }) === wanted) return
    content.pragma('journal_mode = DELETE')
    content.pragma(`page_size = ${String(wanted)}`)
    content.exec('VACUUM')
  } finally {
    content.close()
  }
}

async function replaceContent(path: string, writer: Sqlite.Database, source: string) {
  fitPages(source, writer)
  const content = new Sqlite(source, { readonly: true })
  try {
    await content.backup(path, { progress: () => PAGES_TOGETHER })
  } finally {
    content.close()
  }
  trySettling(writer)
}

function transactionsOf(open: Connections, path: string, watched: readonly Watched[]) {
  /** A connection that cannot even undo is given up: what it had not committed goes with it. */
  function renew() {
    try {
      open.writer.close()
    } finally {
      Object.assign(open, openWriter(path, watched))
    }
  }
  return {
    begin: async (durable: boolean) => {
      if (open.writer.inTransaction || !open.writer.open) renew()
      open.writer.pragma(`synchronous = ${durable ? 'FULL' : 'NORMAL'}`)
      open.writer.exec('BEGIN IMMEDIATE')
    },
    rollback: async () => {
      // A full disk makes the engine undo the transaction by itself.
      if (open.writer.inTransaction) open.writer.exec('ROLLBACK')
    },
  }
}

/**
 * Opens the database at `path` for this process alone, after it was found sound, brings its schema up
 * to date, and keeps one writer and one reader.
 */
export async function openEngine(path: string, options: EngineOptions): Promise<Engine<Db>> {
  if (options.beside === true) return engineOver(path, options.watched ?? [], () => undefined)
  const unlock = lockDatabase(path)
  try {
    await prepare(path, options)
    return engineOver(path, options.watched ?? [], () => {
      seal(path)
      unlock()
    })
  } catch (error) {
    unlock()
    throw error
  }
}

let opened = 0

function engineOver(path: string, watched: readonly Watched[], letGo: () => void): Engine<Db> {
  const connections = open(path, watched)
  const opening = String(opened++)
  // Prepared once: every request asks for it.
  const version = connections.reader.prepare('PRAGMA data_version').pluck()
  const log = createLogKeeper(path, () => settleLog(connections.writer))
  const { write, stage, inTurn, over } = createTurns({
    get write() {
      return connections.write
    },
    ...transactionsOf(connections, path, watched),
    commit: async () => {
      const { writer } = connections
      writer.exec('COMMIT')
      if (writer.pragma('synchronous', { simple: true }) === FULL) tryMarking(path)
      log.grown()
    },
  })
  return {
    ...{ kind: 'sqlite', sharing: null, write, stage, flush: log.sync },
    ...factsOf(path, () => connections.reader),
    get read() {
      return connections.read
    },
    touched: async () => takeTouched(connections.writer),
    stamp: async () => `${opening}.${String(version.get())}`,
    replaceBy: (make) =>
      inTurn(async () => replaceContent(path, connections.writer, await make(connections.write))),
    close: async () => {
      await over()
      await log.close()
      connections.reader.close()
      trySettling(connections.writer)
      connections.writer.close()
      letGo()
    },
  }
}
