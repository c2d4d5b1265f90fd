import Sqlite from 'better-sqlite3'
import type { Db } from './dialect.sqlite.ts'
import { connect, openBoth, openWriter, type Connections } from './dialect.sqlite.connections.ts'
import { factsOf } from './dialect.sqlite.facts.ts'
import { sumPages } from './dialect.sqlite.checkpoint.ts'
import { holdFiles, letGo, type Held } from './dialect.sqlite.held.ts'
import { createLogKeeper, type LogKeeper } from './dialect.sqlite.log.ts'
import { lockDatabase, lockIfFree } from './dialect.sqlite.lock.ts'
import { clearMark, setMark } from './dialect.sqlite.mark.ts'
import { APPLICATION_ID, inspectDatabase } from './dialect.sqlite.opening.ts'
import { drizzle, migrate } from './dialect.sqlite.orm.ts'
import { changedPage, dropSums, hasSums } from './dialect.sqlite.sums.ts'
import { takeTouched, type Watched } from './dialect.sqlite.touched.ts'
import { createTurns } from './dialect.sqlite.turns.ts'
import type { Engine } from './engine.ts'
import { migrationsKnown } from './migrations.ts'
import { refusals } from './refusal.ts'
import { breakSeal, isSealed, seal } from './seal.ts'

export interface EngineOptions {
  migrations: string
  /** Tables whose changes are noticed. */
  watched?: readonly Watched[]
  /** Beside a server that has it open: neither locked nor brought up to date. */
  beside?: boolean
  /** Called before a database that has data is brought up to date. */
  beforeMigration?: () => Promise<unknown>
}

/** Of a backup that is put back. */
const PAGES_TOGETHER = 256

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
  // What the seal vouched for is summed anew; what it did not, the sums have.
  if (isSealed(path) || schema < known) dropSums(path)
  breakSeal(path)
  clearMark(path)
  if (schema < known) bringUpToDate(path, migrations)
}

/** Begins a new log, after what the old one holds was copied into the database. */
function restartLog(writer: Sqlite.Database) {
  clearMark(writer.name)
  writer.pragma('synchronous = FULL')
  const [result] = writer.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
  if (result?.busy !== 0) throw new Error('the log is in use')
}

/** Whether the log could be emptied; where there is no room for that, it waits. */
async function trySettling(log: LogKeeper): Promise<boolean> {
  try {
    await log.settle()
    return true
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return false
  }
}

/** Of `pragma synchronous`. */
const FULL = 2

/** Without it, or with an older one, everything holds but that damage of the log is noticed. */
function tryMarking(path: string, held: Held) {
  try {
    setMark(path, held)
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

/** Without them, everything holds but that damage of the database is noticed. */
function trySumming(path: string, held: Held) {
  try {
    if (!hasSums(path)) sumPages(path, held)
  } catch (error) {
    if (!(error instanceof Error)) throw error
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

interface Closing {
  log: LogKeeper
  held: Held
}

/** Empties the log, and seals the file unless a page of it has changed by itself. */
async function closeOwn(path: string, writer: Sqlite.Database, { log, held }: Closing) {
  // Closing the last connection copies the log, too: no sums would follow, and no mark of the log.
  if (!(await trySettling(log))) {
    clearMark(path)
    dropSums(path)
  }
  writer.close()
  const changed = changedPage(path, { ...held, index: null })
  letGo(held)
  if (changed === null) seal(path)
}

/** Beside a server, what was written stays in the log: the file is the server's. */
async function closeBeside(path: string, writer: Sqlite.Database, { held }: Closing) {
  // The last connection to close copies the log, unless it may only read.
  const keeper = new Sqlite(path, { readonly: true })
  keeper.prepare('select count(*) from sqlite_schema').get()
  writer.close()
  keeper.close()
  letGo(held)
}

/** Where no server runs that has looked at the database, it is looked at here. */
function inspectBeside(path: string, migrations: string) {
  const unlock = lockIfFree(path)
  if (unlock === null) return
  try {
    inspectDatabase(path, migrationsKnown(migrations))
  } finally {
    unlock()
  }
}

/**
 * Opens the database at `path` for this process alone, after it was found sound, brings its schema up
 * to date, and keeps one writer and one reader.
 */
export async function openEngine(path: string, options: EngineOptions): Promise<Engine<Db>> {
  if (options.beside === true) {
    inspectBeside(path, options.migrations)
    return engineOver(path, options, null)
  }
  const unlock = lockDatabase(path)
  try {
    await prepare(path, options)
    return engineOver(path, options, unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

let opened = 0

/** `unlock` is null beside a server. */
function engineOver(
  path: string,
  { watched = [] }: EngineOptions,
  unlock: (() => void) | null,
): Engine<Db> {
  const connections = openBoth(path, watched)
  const held = holdFiles(path)
  if (unlock !== null) trySumming(path, held)
  const opening = String(opened++)
  // Prepared once: every request asks for it.
  const version = connections.reader.prepare('PRAGMA data_version').pluck()
  const log = createLogKeeper({
    ...{ path, held, isOthers: unlock === null },
    restart: () => restartLog(connections.writer),
    version: () => Number(connections.writer.pragma('data_version', { simple: true })),
  })
  const { write, stage, inTurn, over } = createTurns({
    get write() {
      return connections.write
    },
    ...transactionsOf(connections, path, watched),
    commit: async () => {
      const { writer } = connections
      writer.exec('COMMIT')
      if (writer.pragma('synchronous', { simple: true }) === FULL) tryMarking(path, held)
      log.grown()
    },
  })
  return {
    ...{ kind: 'sqlite', sharing: null, write, stage, flush: log.sync },
    ...factsOf(path, held, () => connections.reader),
    get read() {
      return connections.read
    },
    touched: async () => takeTouched(connections.writer),
    stamp: async () => `${opening}.${String(version.get())}`,
    replaceBy: (make) =>
      inTurn(async () => {
        await replaceContent(path, connections.writer, await make(connections.write))
        await trySettling(log)
      }),
    close: async () => {
      await over()
      await log.close()
      connections.reader.close()
      const close = unlock === null ? closeBeside : closeOwn
      await close(path, connections.writer, { log, held })
      unlock?.()
    },
  }
}
