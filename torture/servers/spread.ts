import { Client } from 'pg'

/** Cells over two servers: the first one has half of them, and reaches the other half by postgres_fdw. */

const COLUMNS = `
  workspace text collate "C" not null, upload text collate "C" not null, block bigint not null,
  period text collate "C" not null, count bigint not null, slots bytea not null, zones bytea not null,
  rows bytea not null, values bytea not null, reasons bytea not null, checksum bigint`
const KEY = 'primary key (workspace, upload, block)'

const spreadOver = (port: number) => `
  create extension postgres_fdw;
  create server other foreign data wrapper postgres_fdw options
    (host '127.0.0.1', port '${String(port)}', dbname 'postgres', fetch_size '1000', async_capable 'true');
  create user mapping for current_user server other options (user 'permu', password_required 'false');
  drop table blocks;
  create table blocks (${COLUMNS}) partition by hash (upload);
  create table blocks_here partition of blocks (${KEY})
    for values with (modulus 2, remainder 0);
  create foreign table blocks_there partition of blocks
    for values with (modulus 2, remainder 1) server other options (table_name 'blocks');
  create index on blocks_here (workspace, period, upload)`

/** What a server says to one question. */
export async function askServer(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql)
    return rows
  } finally {
    await client.end()
  }
}

/** Spreads the cells of a database that has none yet. */
export async function spread(one: { url: string }, other: { url: string; port: number }) {
  await askServer(other.url, `create table blocks (${COLUMNS}, ${KEY})`)
  await askServer(one.url, spreadOver(other.port))
}

export async function blocksAt(url: string, table: string): Promise<number> {
  const [row] = await askServer(url, `select count(*)::int as n from ${table}`)
  return (row as { n: number }).n
}
