import type { PgTable } from 'drizzle-orm/pg-core'
import type { Connection } from './dialect.pg.connection.ts'
import { getTableColumns, getTableName } from './dialect.pg.orm.ts'
import { rowReader, wantedOf, type Wanted } from './wanted.ts'

/** Reads many rows. */
export async function selectMany<T extends PgTable, K extends keyof T['$inferSelect'] & string>(
  { $client }: { $client: Connection },
  from: T,
  wanted: Wanted<T['$inferSelect'], K>,
): Promise<Pick<T['$inferSelect'], K>[]> {
  const table = { name: getTableName(from), known: getTableColumns(from) }
  const text = wantedOf(table, wanted, (number) => `$${String(number)}`)
  const found = await $client.query(text, Object.values(wanted.where))
  return found.map(rowReader(table.known, wanted.columns)) as Pick<T['$inferSelect'], K>[]
}
