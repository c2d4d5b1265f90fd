import type { PgTable } from 'drizzle-orm/pg-core'
import type { PgRemoteDatabase } from 'drizzle-orm/pg-proxy'
import type { Column, SQL } from 'drizzle-orm'
import type { Connection } from './dialect.pg.connection.ts'
import type { EngineKind } from './engine.ts'
import { ascending, bigint, boolean, customType, descending } from './dialect.pg.orm.ts'
import { doublePrecision, pgTable, sql } from './dialect.pg.orm.ts'

export { copyFromFile } from './dialect.pg.copy.ts'
export { openEngine, type EngineOptions } from './dialect.pg.engine.ts'
export { isEngineFull } from './dialect.pg.fault.ts'
export { copyDatabase, inspectCopy, clearMark, lockDatabase } from './dialect.pg.files.ts'
export type { CopySummary } from './dialect.sqlite.copy.ts'
export { insertMany, updateMany } from './dialect.pg.many.ts'
export { touch, watch } from './dialect.pg.touched.ts'

export {
  and,
  between,
  count,
  eq,
  getTableColumns,
  gt,
  gte,
  inArray,
  index,
  isNotNull,
  isNull,
  lt,
  max,
  ne,
  notInArray,
  or,
  primaryKey,
  sql,
  uniqueIndex,
} from './dialect.pg.orm.ts'

/** PostgreSQL: column builders, and the way to open a database. */

/** The one character that a text of PostgreSQL cannot hold, and what stands for it. */
const NUL = '\0'
const NUL_SYMBOL = '\u2400'

const withoutNul = (text: string) => text.replaceAll(NUL, NUL_SYMBOL)

export const table = pgTable

/** Compared byte by byte, as SQLite does: no locale decides what comes first. */
export const string = customType<{ data: string; driverData: string }>({
  dataType: () => 'text COLLATE "C"',
  toDriver: withoutNul,
})
export const decimal = (name: string) => doublePrecision(name)
export const whole = (name: string) => bigint(name, { mode: 'number' })
export const flag = (name: string) => boolean(name)

/** As text: the order of keys is kept, and every character that JSON can write. */
const jsonText = customType<{ data: unknown; driverData: string }>({
  dataType: () => 'text',
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (text) => JSON.parse(text),
})
export const json = <T>(name: string) => jsonText(name).$type<T>()

export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
})

/** What has no value comes first, as in SQLite; a column that always has one keeps its index. */
export const asc = (column: Column): SQL =>
  column.notNull ? ascending(column) : sql`${column} asc nulls first`
export const desc = (column: Column): SQL =>
  column.notNull ? descending(column) : sql`${column} desc nulls last`

export const KIND: EngineKind = 'postgresql'

/** Of the workspace’s folder. */
export const MIGRATIONS_FOLDER = 'migrations-pg'

export type Db = PgRemoteDatabase & { $client: Connection }

/** Statements as they stand, without values. */
export const execute = (db: Db, text: string): Promise<void> => db.$client.execute(text)

/** Inserts a row of a table that gets many large ones. */
export async function insertLarge<T extends PgTable>(
  db: Db,
  into: T,
  row: T['$inferInsert'],
): Promise<void> {
  await db.insert(into).values(row)
}
