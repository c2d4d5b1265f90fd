import { readMigrationFiles } from './dialect.pg.orm.ts'
import type { Connection } from './dialect.pg.connection.ts'
import { refusals } from './refusal.ts'

/** The oldest version that this was tried with. */
const OLDEST = 150_000

const LOG = 'drizzle.__drizzle_migrations'

/** One order of all that is written to a database, by whichever process. */
export const TAKE_TURN =
  "select pg_advisory_xact_lock(hashtext('permu'), hashtext(current_schema()))"

/** How many migrations a database has had. */
export async function migrationsHad(connection: Connection): Promise<number> {
  const [found] = await connection.query(`select to_regclass('${LOG}') is not null`)
  if (found?.[0] !== true) return 0
  const [had] = await connection.query(`select count(*) from ${LOG}`)
  return Number(had?.[0])
}

/** Looks at what must hold of a server before anything is written to it. */
async function checkServer(connection: Connection, place: string) {
  const [found] = await connection.query(
    "select current_setting('server_version_num')::int, current_setting('server_encoding'), to_regclass('workspaces') is not null",
  )
  const [version, encoding, hasTables] = found ?? []
  if (Number(version) < OLDEST) throw refusals.server(place, 'its version is below 15')
  if (encoding !== 'UTF8') throw refusals.server(place, `its encoding is ${String(encoding)}`)
  return hasTables === true
}

async function apply(connection: Connection, migrations: string, had: number) {
  await connection.execute(`
    create schema if not exists drizzle;
    create table if not exists ${LOG} (id serial primary key, hash text not null, created_at bigint)`)
  for (const { sql, hash, folderMillis } of readMigrationFiles({
    migrationsFolder: migrations,
  }).slice(had)) {
    for (const statement of sql) await connection.execute(statement)
    await connection.query(`insert into ${LOG} (hash, created_at) values ($1, $2)`, [
      hash,
      folderMillis,
    ])
  }
}

interface Opening {
  place: string
  migrations: string
  known: number
}

/**
 * Brings the schema up to date, all of it or nothing, while nobody else does; within a transaction. One
 * that must not be used is refused with advice.
 */
export async function bringUpToDate(connection: Connection, { place, migrations, known }: Opening) {
  const hasTables = await checkServer(connection, place)
  const had = await migrationsHad(connection)
  if (had > known) throw refusals.newerAtServer(place, had, known)
  if (had === 0 && hasTables) throw refusals.foreignAtServer(place)
  if (had < known) await apply(connection, migrations, had)
}
