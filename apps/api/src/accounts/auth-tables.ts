import { and, eq, getTableColumns, gt, gte, inArray, isNull, lt, ne, or } from '#dialect'
import type { CustomAdapter } from 'better-auth/adapters'
import { credentials, people, sessions, verifications } from '../database/schema.ts'
import type { Db } from '../database/store.ts'

/** The tables and conditions of the library for signing in, which names them at run time. */

export type Where = Parameters<CustomAdapter['findMany']>[0]['where']
type Clause = NonNullable<Where>[number]
type Row = Record<string, unknown>

/** All four as one type. */
type Table = typeof people
const TABLES: Record<string, unknown> = {
  user: people,
  session: sessions,
  account: credentials,
  verification: verifications,
}

/** What the library does not know of a person whom it makes after a sign-in at a provider. */
const NEW_PERSON = {
  role: 'viewer',
  zones: null,
  disabled: false,
  mustChangePassword: false,
  removedAt: null,
}

function tableOf(model: string): Table {
  const table = TABLES[model]
  if (table === undefined) throw new Error(`no table for ${model}`)
  return table as Table
}

const columnsOf = (table: Table): Record<string, Table['id']> =>
  getTableColumns(table) as unknown as Record<string, Table['id']>

const COMPARE: Record<string, typeof eq> = { eq, ne, lt, gt, gte }

function condition(table: Table, { field, operator = 'eq', value }: Clause) {
  const column = columnsOf(table)[field]
  if (column === undefined) throw new Error(`no column ${field}`)
  if (value === null && operator === 'eq') return isNull(column)
  if (operator === 'in') return inArray(column, value as string[])
  const compare = COMPARE[operator]
  if (compare === undefined) throw new Error(`no comparison “${operator}”`)
  return compare(column, value as string)
}

function conditions(table: Table, where: Where) {
  const of = (connector: Clause['connector']) =>
    (where ?? []).filter((one) => one.connector === connector).map((one) => condition(table, one))
  const any = of('OR')
  return and(...of('AND'), any.length > 0 ? or(...any) : undefined)
}

/** Only what has a column is kept: tokens and pictures of a provider have none. */
function known(table: Table, row: Row): Row {
  const columns = columnsOf(table)
  return Object.fromEntries(Object.entries(row).filter(([key]) => key in columns))
}

export async function findRows(
  db: Db,
  model: string,
  { where, limit }: { where: Where; limit: number },
): Promise<Row[]> {
  const table = tableOf(model)
  return db.select().from(table).where(conditions(table, where)).limit(limit)
}

export async function insertRow(db: Db, model: string, data: Row): Promise<Row | undefined> {
  const table = tableOf(model)
  const row = { ...(model === 'user' && NEW_PERSON), ...known(table, data) }
  const made = await db
    .insert(table)
    .values(row as typeof people.$inferInsert)
    .returning()
  return made[0]
}

export async function changeRows(
  db: Db,
  model: string,
  { where, update }: { where: Where; update: Row },
): Promise<Row[]> {
  const table = tableOf(model)
  const set = known(table, update)
  if (Object.keys(set).length === 0) return db.select().from(table).where(conditions(table, where))
  return db.update(table).set(set).where(conditions(table, where)).returning()
}

export async function deleteRows(db: Db, model: string, where: Where): Promise<Row[]> {
  const table = tableOf(model)
  return db.delete(table).where(conditions(table, where)).returning()
}

/** Takes one row away and tells what it was. */
export async function consumeRow(db: Db, model: string, where: Where): Promise<Row | null> {
  const [row] = await findRows(db, model, { where, limit: 1 })
  const table = tableOf(model)
  if (row) await db.delete(table).where(eq(table.id, String(row['id'])))
  return row ?? null
}
