import { setImmediate } from 'node:timers/promises'
import type Sqlite from 'better-sqlite3'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { EngineKind } from './engine.ts'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { customType, getTableColumns, getTableName } from './dialect.sqlite.orm.ts'
import { integer, real, sqliteTable, text } from './dialect.sqlite.orm.ts'

export { openEngine, type EngineOptions } from './dialect.sqlite.engine.ts'
export { copyFromFile } from './dialect.sqlite.into.ts'
export { copyDatabase, inspectCopy, type CopySummary } from './dialect.sqlite.copy.ts'
export { clearMark } from './dialect.sqlite.mark.ts'
export { isEngineFull } from './dialect.sqlite.fault.ts'
export { lockDatabase } from './dialect.sqlite.lock.ts'
export { touch, watch } from './dialect.sqlite.touched.ts'

export { index, primaryKey, uniqueIndex } from './dialect.sqlite.orm.ts'
export {
  and,
  asc,
  between,
  count,
  desc,
  eq,
  getTableColumns,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  max,
  ne,
  notInArray,
  or,
  sql,
} from './dialect.sqlite.orm.ts'

/** Only this file and those named after it know the engine: column builders, and the way to open a database. */

export const table = sqliteTable
export const string = (name: string) => text(name)
export const decimal = (name: string) => real(name)
export const whole = (name: string) => integer(name)
export const flag = (name: string) => integer(name, { mode: 'boolean' })
export const json = <T>(name: string) => text(name, { mode: 'json' }).$type<T>()
export const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'blob',
  toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
})

export const KIND: EngineKind = 'sqlite'

/** Of the workspace’s folder. */
export const MIGRATIONS_FOLDER = 'migrations'

export type Db = BetterSQLite3Database & { $client: Sqlite.Database }

/** Statements as they stand, without values. */
export async function execute(db: Db, text: string): Promise<void> {
  db.$client.exec(text)
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

const ROWS_TOGETHER = 32
const ROWS_BETWEEN_PAUSES = 1024

/**
 * Inserts many rows by prepared statements of many rows, ten times as fast as the query builder's
 * batches, and lets others have their turn in between. “Or fail”: the transaction undoes what a
 * statement leaves half done, so the engine need not copy pages aside for each statement.
 */
export async function insertMany<T extends SQLiteTable>(
  db: Db,
  into: T,
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  const columns = Object.entries(getTableColumns(into))
  const names = columns.map(([, column]) => quoted(column.name)).join(', ')
  const places = `(${columns.map(() => '?').join(', ')})`
  const prepare = (count: number) =>
    db.$client.prepare(
      `insert or fail into ${quoted(getTableName(into))} (${names}) values ` +
        `${Array.from({ length: count }, () => places).join(', ')} on conflict do nothing`,
    )
  const cells: unknown[] = []
  function cellsOf(from: number, to: number): unknown[] {
    cells.length = 0
    for (let i = from; i < to; i++) {
      const row: Record<string, unknown> = rows[i] ?? {}
      for (const [key, column] of columns) {
        const value = row[key] ?? null
        cells.push(value === null ? null : column.mapToDriverValue(value))
      }
    }
    return cells
  }
  const together = prepare(ROWS_TOGETHER)
  const even = rows.length - (rows.length % ROWS_TOGETHER)
  for (let from = 0; from < even; from += ROWS_TOGETHER) {
    together.run(cellsOf(from, from + ROWS_TOGETHER))
    if (from % ROWS_BETWEEN_PAUSES === 0) await setImmediate()
  }
  if (even < rows.length) prepare(rows.length - even).run(cellsOf(even, rows.length))
}

type Insert = (row: Record<string, unknown>) => void
const inserts = new WeakMap<Sqlite.Database, Map<SQLiteTable, Insert>>()

function prepareInsert({ $client }: Db, into: SQLiteTable): Insert {
  const columns = Object.entries(getTableColumns(into))
  const names = columns.map(([, column]) => quoted(column.name)).join(', ')
  const places = columns.map(() => '?').join(', ')
  const text = `insert into ${quoted(getTableName(into))} (${names}) values (${places})`
  const statement = $client.prepare(text)
  return (row) => {
    const cells = columns.map(([key, column]) => {
      const value = row[key] ?? null
      return value === null ? null : column.mapToDriverValue(value)
    })
    statement.run(cells)
  }
}

/** Inserts a row of a table that gets many large ones, by a statement that the connection keeps. */
export async function insertLarge<T extends SQLiteTable>(
  db: Db,
  into: T,
  row: T['$inferInsert'],
): Promise<void> {
  const known = inserts.get(db.$client) ?? new Map<SQLiteTable, Insert>()
  inserts.set(db.$client, known)
  const insert = known.get(into) ?? prepareInsert(db, into)
  known.set(into, insert)
  insert(row)
}

interface Change<Row> {
  set: Partial<Row>
  where: Partial<Row>
}

/** Changes many rows, each by the same columns, with one prepared statement. */
export async function updateMany<T extends SQLiteTable>(
  db: Db,
  table: T,
  changes: readonly Change<T['$inferInsert']>[],
): Promise<void> {
  const [first] = changes
  if (first === undefined) return
  const columns: Record<string, { name: string }> = getTableColumns(table)
  const named = (keys: object, joint: string) =>
    Object.keys(keys)
      .map((key) => `${quoted(columns[key]?.name ?? key)} = ?`)
      .join(joint)
  const statement = db.$client.prepare(
    `update ${quoted(getTableName(table))} set ${named(first.set, ', ')} where ${named(first.where, ' and ')}`,
  )
  for (const [i, { set, where }] of changes.entries()) {
    statement.run(...Object.values(set), ...Object.values(where))
    if (i % ROWS_BETWEEN_PAUSES === 0) await setImmediate()
  }
}
