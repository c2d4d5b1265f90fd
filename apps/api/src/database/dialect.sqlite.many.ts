import { setImmediate } from 'node:timers/promises'
import type Sqlite from 'better-sqlite3'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { getTableColumns, getTableName } from './dialect.sqlite.orm.ts'

interface Target {
  $client: Sqlite.Database
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
  db: Target,
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
  const even = rows.length - (rows.length % ROWS_TOGETHER)
  const together = even > 0 ? prepare(ROWS_TOGETHER) : null
  for (let from = 0; from < even; from += ROWS_TOGETHER) {
    together?.run(cellsOf(from, from + ROWS_TOGETHER))
    if (from % ROWS_BETWEEN_PAUSES === 0) await setImmediate()
  }
  if (even < rows.length) prepare(rows.length - even).run(cellsOf(even, rows.length))
}

type Insert = (row: Record<string, unknown>) => void
const inserts = new WeakMap<Sqlite.Database, Map<SQLiteTable, Insert>>()

function prepareInsert({ $client }: Target, into: SQLiteTable): Insert {
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

function insertOf(db: Target, into: SQLiteTable): Insert {
  const known = inserts.get(db.$client) ?? new Map<SQLiteTable, Insert>()
  inserts.set(db.$client, known)
  const insert = known.get(into) ?? prepareInsert(db, into)
  known.set(into, insert)
  return insert
}

/** Adds large rows none of which is there yet, by a statement that the connection keeps. */
export async function appendMany<T extends SQLiteTable>(
  db: Target,
  into: T,
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  const insert = insertOf(db, into)
  for (const row of rows) insert(row)
}

interface Change<Row> {
  set: Partial<Row>
  where: Partial<Row>
}

/** Changes many rows, each by the same columns, with one prepared statement. */
export async function updateMany<T extends SQLiteTable>(
  db: Target,
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
