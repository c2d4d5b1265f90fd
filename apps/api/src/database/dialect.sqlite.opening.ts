import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { isNoDatabase } from './dialect.sqlite.fault.ts'
import { holdFiles, letGo, type Held } from './dialect.sqlite.held.ts'
import { lostOfLog } from './dialect.sqlite.mark.ts'
import { changedPage } from './dialect.sqlite.sums.ts'
import { refusals } from './refusal.ts'
import { isAsSealed, sizeOf } from './seal.ts'

/** “perm”, where SQLite keeps the number of the program that a file belongs to. */
export const APPLICATION_ID = 0x7065726d

/** Above this only the quick check, which leaves out whether indexes and tables agree. */
const QUICK_FROM = 2 * 1024 * 1024 * 1024

function tablesOf(connection: Sqlite.Database): Set<string> {
  const rows = connection.prepare("select name from sqlite_schema where type = 'table'").all()
  return new Set((rows as { name: string }[]).map(({ name }) => name))
}

const numberOf = (connection: Sqlite.Database, source: string): number =>
  Number(connection.prepare(source).pluck().get() ?? 0)

/** How many migrations a database has had; null where it is none of this program. */
export function schemaOf(connection: Sqlite.Database): number | null {
  const application = Number(connection.pragma('application_id', { simple: true }))
  const tables = tablesOf(connection)
  if (application !== 0 && application !== APPLICATION_ID) return null
  if (tables.size === 0) return 0
  if (!tables.has('__drizzle_migrations')) return null
  const had = numberOf(connection, 'select count(*) from __drizzle_migrations')
  if (had > 0 && !tables.has('workspaces')) return null
  return Math.max(had, Number(connection.pragma('user_version', { simple: true })))
}

/** The first thing that is wrong with a database; null where it is sound. */
export function faultOf(connection: Sqlite.Database, bytes: number): string | null {
  const check = bytes > QUICK_FROM ? 'quick_check(1)' : 'integrity_check(1)'
  const found = String(connection.pragma(check, { simple: true }))
  return found === 'ok' ? null : found
}

const hasEntries = (folder: string) => existsSync(folder) && readdirSync(folder).length > 0

/** Nothing to lose: there is no database, and nothing that belongs to one. */
function isFresh(path: string): boolean {
  const folder = dirname(path)
  return !hasEntries(join(folder, 'files')) && !hasEntries(join(folder, 'backups'))
}

/** Holds a database that was not closed against what was written down of it. */
function compare(path: string, held: Held) {
  const lost = lostOfLog(path, held)
  if (lost !== null) throw refusals.shortened(path, lost)
  const page = changedPage(path, held)
  if (page !== null) throw refusals.turned(path, page)
}

function check(path: string): number {
  const sealed = isAsSealed(path)
  if (sealed === false) throw refusals.changed(path)
  const connection = new Sqlite(path, { readonly: true })
  let held: Held | null = null
  try {
    const fault = sealed === true ? null : faultOf(connection, sizeOf(path))
    if (fault !== null) throw refusals.damaged(path, fault)
    const schema = schemaOf(connection)
    held = holdFiles(path)
    if (sealed !== true) compare(path, held)
    if (schema === null) throw refusals.foreign(path, 'its tables are others')
    return schema
  } finally {
    connection.close()
    if (held !== null) letGo(held)
  }
}

/**
 * Looks at a database before anything is written to it: how many migrations it has had, 0 for a new
 * one. One that must not be used is refused with advice.
 */
export function inspectDatabase(path: string, known: number): number {
  if (sizeOf(path) === 0) {
    if (isFresh(path)) return 0
    throw refusals.missing(path)
  }
  try {
    const schema = check(path)
    if (schema > known) throw refusals.newer(path, schema, known)
    return schema
  } catch (error) {
    if (!(error instanceof Sqlite.SqliteError)) throw error
    if (isNoDatabase(error)) throw refusals.foreign(path, 'it does not begin like one')
    throw refusals.damaged(path, error.message)
  }
}
