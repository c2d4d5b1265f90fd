import { randomUUID } from 'node:crypto'
import type { Db } from './dialect.pg.ts'
import type { Connection, Connections } from './dialect.pg.connection.ts'
import type { Claims, Sharing } from './sharing.ts'
import { WORKSPACE } from './workspace.ts'

/** Claims as rows of the database, and words by its notifications. */

const TABLE = 'permu_claims'
/** After so long without a word of its process a claim is anybody’s. */
const LEASE = "interval '10 seconds'"

/** Makes what is needed, unless it is there; within a transaction. */
export async function prepareSharing(connection: Connection) {
  const [found] = await connection.query(`select to_regclass('${TABLE}') is not null`)
  if (found?.[0] === true) return
  await connection.execute(`create table ${TABLE} (
    upload text collate "C" primary key, holder text not null, until timestamptz not null)`)
}

const TAKE = `
  insert into ${TABLE} (upload, holder, until)
  select $1::text, $2, clock_timestamp() + ${LEASE} on conflict do nothing returning upload`

/** Uploads of a status that nobody holds: one that somebody else is just taking is passed over. */
const takeOf = (status: string) => `
  with next as (
    select id from uploads u where workspace = '${WORKSPACE}' and status = '${status}'
      and not exists (select from ${TABLE} c where c.upload = u.id)
    order by id limit 1 for update skip locked)
  insert into ${TABLE} (upload, holder, until)
  select id, $1, clock_timestamp() + ${LEASE} from next on conflict do nothing returning upload`

// The lock is the one of a removal, which a transaction that HOLDS keeps off.
const TAKE_DEAD = `
  with dead as (
    select upload from ${TABLE} where until < clock_timestamp()
    order by upload limit 1 for update skip locked)
  update ${TABLE} c set holder = $1, until = clock_timestamp() + ${LEASE}
  from dead where c.upload = dead.upload returning c.upload`

const KEEP = `
  update ${TABLE} set until = clock_timestamp() + ${LEASE}
  where holder = $1 and upload = any($2) returning upload`

const HOLDS = `select 1 from ${TABLE} where upload = $1 and holder = $2 for key share`

const IS_OPEN = `
  select exists (select from ${TABLE} where upload = $1) or exists (select from uploads
    where workspace = '${WORKSPACE}' and id = $1 and status in ('pending', 'reading'))`

function createClaims(read: Connection): Claims<Db> {
  const holder = randomUUID()
  async function first(text: string, values: readonly unknown[]): Promise<string | null> {
    const [found] = await read.query(text, values)
    return found === undefined ? null : String(found[0])
  }
  return {
    holder,
    take: async (id) => (await first(TAKE, [id, holder])) !== null,
    takeNext: () => first(takeOf('pending'), [holder]),
    takeLost: async () =>
      (await first(TAKE_DEAD, [holder])) ?? (await first(takeOf('reading'), [holder])),
    keep: async (ids) => (await read.query(KEEP, [holder, ids])).map(([id]) => String(id)),
    holds: async ({ $client }, id) => (await $client.query(HOLDS, [id, holder])).length > 0,
    drop: async (id) => {
      await read.query(`delete from ${TABLE} where upload = $1 and holder = $2`, [id, holder])
    },
    pass: async (id, to) => {
      const values = [to, id, holder]
      await read.query(`update ${TABLE} set holder = $1 where upload = $2 and holder = $3`, values)
    },
    isOpen: async (id) => (await read.query(IS_OPEN, [id]))[0]?.[0] === true,
  }
}

export const createSharing = ({ read, listen }: Connections): Sharing<Db> => ({
  claims: createClaims(read),
  tell: async (message) => {
    await read.query('select pg_notify($1, $2)', [CHANNEL, message])
  },
  hear: (listener) => listen(CHANNEL, listener),
})

const CHANNEL = 'permu'
