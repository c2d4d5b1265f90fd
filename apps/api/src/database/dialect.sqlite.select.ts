import type Sqlite from 'better-sqlite3'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { getTableColumns, getTableName } from './dialect.sqlite.orm.ts'
import { rowReader, wantedOf, type Wanted } from './wanted.ts'

/** Reads many rows, faster than by the query builder. */
export async function selectMany<T extends SQLiteTable, K extends keyof T['$inferSelect'] & string>(
  { $client }: { $client: Sqlite.Database },
  from: T,
  wanted: Wanted<T['$inferSelect'], K>,
): Promise<Pick<T['$inferSelect'], K>[]> {
  const table = { name: getTableName(from), known: getTableColumns(from) }
  const text = wantedOf(table, wanted, () => '?')
  const found = $client
    .prepare<unknown[], unknown[]>(text)
    .raw()
    .all(...Object.values(wanted.where))
  return found.map(rowReader(table.known, wanted.columns)) as Pick<T['$inferSelect'], K>[]
}
