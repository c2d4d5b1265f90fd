import type { PgTable } from 'drizzle-orm/pg-core'
import type { Column } from 'drizzle-orm'
import type { Connection } from './dialect.pg.connection.ts'
import { getTableColumns, getTableName } from './dialect.pg.orm.ts'

/** Many rows by one statement: a list for each column. */

const ROWS_TOGETHER = 8192

interface Target {
  $client: Connection
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
/** The type of a column without how it is compared. */
const typeOf = (column: Column) => column.getSQLType().replace(/ collate .*/iu, '')

interface Part {
  key: string
  column: Column
}

/** One list for each column, as the driver writes its values. */
function listsOf(parts: readonly Part[], rows: readonly Record<string, unknown>[]): unknown[][] {
  return parts.map(({ key, column }) =>
    rows.map((row) => {
      const value = row[key] ?? null
      return value === null ? null : column.mapToDriverValue(value)
    }),
  )
}

const placesOf = (parts: readonly Part[]) =>
  parts.map(({ column }, i) => `$${String(i + 1)}::${typeOf(column)}[]`).join(', ')

async function inPieces<T>(rows: readonly T[], work: (piece: readonly T[]) => Promise<unknown>) {
  for (let from = 0; from < rows.length; from += ROWS_TOGETHER) {
    await work(rows.slice(from, from + ROWS_TOGETHER))
  }
}

/** Inserts many rows; one whose key is taken is left out. */
export async function insertMany<T extends PgTable>(
  { $client }: Target,
  into: T,
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  const parts = Object.entries(getTableColumns(into)).map(([key, column]) => ({ key, column }))
  const names = parts.map(({ column }) => quoted(column.name)).join(', ')
  const statement =
    `insert into ${quoted(getTableName(into))} (${names}) ` +
    `select * from unnest(${placesOf(parts)}) on conflict do nothing`
  await inPieces(rows, (piece) => $client.query(statement, listsOf(parts, piece)))
}

interface Change<Row> {
  set: Partial<Row>
  where: Partial<Row>
}

/** Changes many rows, each by the same columns. */
export async function updateMany<T extends PgTable>(
  { $client }: Target,
  table: T,
  changes: readonly Change<T['$inferInsert']>[],
): Promise<void> {
  const [first] = changes
  if (first === undefined) return
  const columns: Record<string, Column> = getTableColumns(table)
  const partsOf = (keys: object): Part[] =>
    Object.keys(keys).flatMap((key) => {
      const column = columns[key]
      return column === undefined ? [] : [{ key, column }]
    })
  const set = partsOf(first.set)
  const where = partsOf(first.where)
  const named = (prefix: string, parts: readonly Part[], target: string, joint: string) =>
    parts
      .map(({ column }, i) => `${target}${quoted(column.name)} = v.${prefix}${String(i)}`)
      .join(joint)
  const list = [...set.map((_, i) => `s${String(i)}`), ...where.map((_, i) => `w${String(i)}`)]
  const statement =
    `update ${quoted(getTableName(table))} as t set ${named('s', set, '', ', ')} ` +
    `from unnest(${placesOf([...set, ...where])}) as v (${list.join(', ')}) ` +
    `where ${named('w', where, 't.', ' and ')}`
  await inPieces(changes, (piece) =>
    $client.query(statement, [
      ...listsOf(
        set,
        piece.map((change) => change.set),
      ),
      ...listsOf(
        where,
        piece.map((change) => change.where),
      ),
    ]),
  )
}
