import type { PgTable } from 'drizzle-orm/pg-core'
import type { Column } from 'drizzle-orm'
import { binaryOf, type Part } from './dialect.pg.binary.ts'
import type { Connection } from './dialect.pg.connection.ts'
import { isTaken } from './dialect.pg.fault.ts'
import { getTableColumns, getTableName } from './dialect.pg.orm.ts'

/** Many rows at once: new ones by COPY, others by one statement over a list for each column. */

const ROWS_TOGETHER = 8192
/** So many are sent sooner than COPY and its savepoint are begun. */
const FEW = 32

interface Target {
  $client: Connection
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
/** The type of a column without how it is compared. */
const typeOf = (column: Column) => column.getSQLType().replace(/ collate .*/iu, '')

const SPECIAL = /["\\]/gu

/** A value as it stands in a list that is written as text: https://www.postgresql.org/docs/15/arrays.html#ARRAYS-IO */
function written(value: unknown): string {
  if (value === null) return 'null'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (value instanceof Uint8Array) return `"\\\\x${Buffer.from(value).toString('hex')}"`
  return `"${String(value).replace(SPECIAL, '\\$&')}"`
}

/** One list for each column, in one pass. */
function listsOf(parts: readonly Part[], rows: readonly Record<string, unknown>[]): string[] {
  return parts.map(({ key, column }) => {
    let list = ''
    for (const row of rows) {
      const value = row[key] ?? null
      list += `${list === '' ? '{' : ','}${written(value === null ? null : column.mapToDriverValue(value))}`
    }
    return `${list}}`
  })
}

const placesOf = (parts: readonly Part[]) =>
  parts.map(({ column }, i) => `$${String(i + 1)}::${typeOf(column)}[]`).join(', ')

async function inPieces<T>(rows: readonly T[], work: (piece: readonly T[]) => Promise<unknown>) {
  for (let from = 0; from < rows.length; from += ROWS_TOGETHER) {
    await work(rows.slice(from, from + ROWS_TOGETHER))
  }
}

const partsOf = (table: PgTable): Part[] =>
  Object.entries(getTableColumns(table)).map(([key, column]) => ({ key, column }))

const namesOf = (parts: readonly Part[]) =>
  parts.map(({ column }) => quoted(column.name)).join(', ')

/** Adds rows none of which is there yet. */
export async function appendMany<T extends PgTable>(
  { $client }: Target,
  into: T,
  rows: Iterable<T['$inferInsert']>,
): Promise<void> {
  const parts = partsOf(into)
  const place = `${quoted(getTableName(into))} (${namesOf(parts)})`
  await $client.copy(place, binaryOf(parts, rows))
}

/** Adds those rows whose key is not taken. */
async function addMissing<T extends PgTable>(
  { $client }: Target,
  into: T,
  rows: readonly T['$inferInsert'][],
) {
  const parts = partsOf(into)
  const statement =
    `insert into ${quoted(getTableName(into))} (${namesOf(parts)}) ` +
    `select * from unnest(${placesOf(parts)}) on conflict do nothing`
  await inPieces(rows, (piece) => $client.query(statement, listsOf(parts, piece)))
}

/** Inserts many rows; one whose key is taken is left out. */
export async function insertMany<T extends PgTable>(
  target: Target,
  into: T,
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  if (rows.length < FEW) return addMissing(target, into, rows)
  const { $client } = target
  // COPY leaves out none: where one is taken, which is rare, all of it is undone and asked for row by row.
  await $client.execute('savepoint many')
  try {
    await appendMany(target, into, rows)
  } catch (error) {
    if (!isTaken(error)) throw error
    await $client.execute('rollback to savepoint many')
    await addMissing(target, into, rows)
  }
  await $client.execute('release savepoint many')
}

interface Change<Row> {
  set: Partial<Row>
  where: Partial<Row>
}

/** The statement that changes rows by lists of what to set and of where. */
function updateOf(table: PgTable, set: readonly Part[], where: readonly Part[]): string {
  const all = [...set, ...where]
  const equals = all.map(({ column }, i) => `${quoted(column.name)} = v.c${String(i)}`)
  const names = all.map((_, i) => `c${String(i)}`).join(', ')
  return (
    `update ${quoted(getTableName(table))} as t set ${equals.slice(0, set.length).join(', ')} ` +
    `from unnest(${placesOf(all)}) as v (${names}) ` +
    `where ${equals
      .slice(set.length)
      .map((one) => `t.${one}`)
      .join(' and ')}`
  )
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
  const named = (keys: object): Part[] =>
    Object.keys(keys).flatMap((key) => {
      const column = columns[key]
      return column === undefined ? [] : [{ key, column }]
    })
  const set = named(first.set)
  const where = named(first.where)
  const statement = updateOf(table, set, where)
  await inPieces(changes, (piece) => {
    const lists = [
      listsOf(
        set,
        piece.map((one) => one.set),
      ),
      listsOf(
        where,
        piece.map((one) => one.where),
      ),
    ]
    return $client.query(statement, lists.flat())
  })
}
