import type Sqlite from 'better-sqlite3'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { getTableColumns, getTableName } from './dialect.sqlite.orm.ts'
import type { Touched } from './engine.ts'

/** A table whose changes are noticed, but for those of some columns. */
export interface Watched {
  table: SQLiteTable
  key: readonly string[]
  columns: readonly string[]
}

export function watch(table: SQLiteTable, key: readonly string[], except: readonly string[] = []) {
  const columns = Object.values(getTableColumns(table)).map(({ name }) => name)
  return { table, key, columns: columns.filter((name) => !except.includes(name)) }
}

const quoted = (name: string) => `"${name}"`
const of = (row: 'old' | 'new', columns: readonly string[]) =>
  columns.map((column) => `${row}.${quoted(column)}`)
const state = (row: 'old' | 'new', { columns }: Watched) => `json_array(${of(row, columns)})`
const keyOf = (row: 'old' | 'new', { key }: Watched) => of(row, key).join(" || '/' || ")

function trigger(watched: Watched, event: 'insert' | 'update' | 'delete'): string {
  const name = getTableName(watched.table)
  const columns = watched.columns.map(quoted).join(', ')
  const when = event === 'update' ? `update of ${columns}` : event
  const before = event === 'insert' ? 'null' : state('old', watched)
  const after = event === 'delete' ? 'null' : state('new', watched)
  const row = event === 'delete' ? 'old' : 'new'
  return `create temp trigger ${quoted(`touched_${name}_${event}`)} after ${when} on main.${quoted(name)}
    begin insert into touched (name, key, before, after)
      values ('${name}', ${keyOf(row, watched)}, ${before}, ${after}); end;`
}

/** Notices, on one connection, which rows of some tables its transactions change. */
export function watchTables(connection: Sqlite.Database, tables: readonly Watched[]) {
  connection.pragma('temp_store = MEMORY')
  connection.exec(
    'create temp table touched (n integer primary key, name text, key text, before text, after text)',
  )
  for (const watched of tables) {
    for (const event of ['insert', 'update', 'delete'] as const) {
      connection.exec(trigger(watched, event))
    }
  }
}

/** What was noticed since this was last asked; nothing for a connection that does not watch. */
export function takeTouched(connection: Sqlite.Database): Touched[] {
  const rows = connection.prepare('select name, key, before, after from touched order by n').all()
  if (rows.length > 0) connection.exec('delete from touched')
  return rows as Touched[]
}

/** Says of something outside the tables that the running transaction changes it. */
export async function touch({ $client }: { $client: Sqlite.Database }, touched: Touched) {
  const { name, key, before, after } = touched
  $client
    .prepare('insert into touched (name, key, before, after) values (?, ?, ?, ?)')
    .run(name, key, before, after)
}
