import type Sqlite from 'better-sqlite3'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { EngineKind } from './engine.ts'
import { customType } from './dialect.sqlite.orm.ts'
import { integer, real, sqliteTable, text } from './dialect.sqlite.orm.ts'

export { openEngine, type EngineOptions } from './dialect.sqlite.engine.ts'
export { copyFromFile } from './dialect.sqlite.into.ts'
export { copyDatabase, inspectCopy, type CopySummary } from './dialect.sqlite.copy.ts'
export { clearMark } from './dialect.sqlite.mark.ts'
export { dropSums } from './dialect.sqlite.sums.ts'
export { isEngineFull } from './dialect.sqlite.fault.ts'
export { lockDatabase } from './dialect.sqlite.lock.ts'
export { appendMany, insertMany, updateMany } from './dialect.sqlite.many.ts'
export { selectMany } from './dialect.sqlite.select.ts'
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
