import { createHash } from 'node:crypto'
import type { Column } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { connect } from '#connections'
import type { CopiedTable, CopyOptions } from './copied.ts'
import type { Connection, Connections } from './dialect.pg.connection.ts'
import { openSource, type Source } from './dialect.pg.copy.source.ts'
import { openEngine } from './dialect.pg.engine.ts'
import { appendMany } from './dialect.pg.many.ts'
import { TAKE_TURN } from './dialect.pg.opening.ts'
import { getTableColumns, getTableName } from './dialect.pg.orm.ts'
import { transact } from './dialect.pg.transaction.ts'
import { refusals } from './refusal.ts'

/** Everything of an embedded database into an empty one at a server: all of it, compared, or nothing. */

const ROWS_TOGETHER = 500

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** What the other engine cannot hold stands as it will stand there. */
const plain = (value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '\u2400') : value

function canonical(value: unknown): unknown {
  if (value instanceof Uint8Array) return createHash('sha256').update(value).digest('hex')
  return typeof value === 'boolean' ? Number(value) : plain(value)
}

/** A hash over rows that does not depend on their order: the sum of theirs. */
function createTally() {
  let sum = 0n
  let rows = 0
  return {
    add(row: readonly unknown[]) {
      const text = JSON.stringify(row.map(canonical))
      const hash = createHash('sha256').update(text).digest('hex')
      sum = BigInt.asUintN(256, sum + BigInt(`0x${hash}`))
      rows++
    },
    result: () => ({ rows, hash: sum.toString(16).padStart(64, '0') }),
  }
}

/** A raw value of the file as the schema has it. */
function valueFor(column: Column, value: unknown): unknown {
  if (value === null) return null
  const type = column.getSQLType()
  if (type === 'boolean') return value === 1
  // Of all texts only those that hold JSON are compared by a locale: they are never compared.
  return type === 'text' ? JSON.parse(String(value)) : value
}

async function tallyOf(connection: Connection, name: string, columns: readonly string[]) {
  const tally = createTally()
  const named = columns.map(quoted).join(', ')
  await connection.execute(
    `declare copied no scroll cursor for select ${named} from ${quoted(name)}`,
  )
  for (;;) {
    const rows = await connection.query(`fetch ${String(ROWS_TOGETHER)} from copied`)
    rows.forEach(tally.add)
    if (rows.length === 0) break
  }
  await connection.execute('close copied')
  return tally.result()
}

async function copyTable(
  connection: Connection,
  table: PgTable,
  source: Source,
): Promise<CopiedTable> {
  const name = getTableName(table)
  const columns = Object.entries(getTableColumns(table))
  const names = columns.map(([, column]) => column.name)
  const sent = createTally()
  function* rows() {
    for (const row of source.rows(name, names)) {
      sent.add(row)
      yield Object.fromEntries(columns.map(([key, column], i) => [key, valueFor(column, row[i])]))
    }
  }
  await appendMany({ $client: connection }, table, rows())
  const [expected, found] = [sent.result(), await tallyOf(connection, name, names)]
  if (expected.rows !== found.rows || expected.hash !== found.hash) {
    throw refusals.copy(name, expected.rows, found.rows)
  }
  return { name, ...found }
}

/** Nobody has written anything but that the database is there. */
async function requireEmpty(connection: Connection, tables: readonly PgTable[]) {
  for (const table of tables) {
    const name = getTableName(table)
    const data = name === 'workspaces' ? 'where data_version > 0' : ''
    const [found] = await connection.query(`select exists (select from ${quoted(name)} ${data})`)
    if (found?.[0] === true) throw refusals.notEmpty(name)
  }
  await connection.execute('delete from workspaces')
}

function copyAll(connections: Connections, source: Source, tables: readonly PgTable[]) {
  return transact(connections, {
    begin: `begin; ${TAKE_TURN}`,
    work: async ({ $client }) => {
      await requireEmpty($client, tables)
      const copied: CopiedTable[] = []
      for (const table of tables) copied.push(await copyTable($client, table, source))
      return copied
    },
  })
}

/** Copies everything in one transaction, in which counts and hashes of both sides are compared. */
export async function copyFromFile(options: CopyOptions<PgTable>): Promise<void> {
  const { from, to, migrations, copied } = options
  const source = openSource(from, migrations.from)
  const connections = connect(to)
  try {
    const engine = await openEngine(to, { migrations: migrations.to })
    await engine.close()
    const tables = await copyAll(connections, source, options.tables)
    tables.forEach(copied)
    await connections.read.execute('analyze')
  } finally {
    source.close()
    await connections.close()
  }
}
