import { pipeline } from 'node:stream/promises'
import { Pool, types, type PoolClient, type PoolConfig } from 'pg'
import { from as copyStream } from 'pg-copy-streams'
import { listenAt } from './dialect.pg.listening.ts'
import { copyFrom, type Connect, type Connection, type Lease } from './dialect.pg.connection.ts'

/** Connections to a server. */

/** Readers and writers have their own: work that writes may read beside its transaction. */
const READERS = 8
const WRITERS = 8
/** Milliseconds. */
const CONNECT_WITHIN = 10_000

const INT8 = 20

/** Whole numbers as numbers: none of ours is above 2^53. */
const asNumbers = {
  getTypeParser: ((oid: number, format: 'text') =>
    oid === INT8 ? Number : types.getTypeParser(oid, format)) as typeof types.getTypeParser,
}

/**
 * What each connection asks of the server: a process whose machine or network is gone must not hold
 * what others wait for.
 */
const SESSION = `
  set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3;
  set idle_in_transaction_session_timeout = '15min'`

const connectionOver = (client: Pick<PoolClient, 'query'>): Omit<Connection, 'copy'> => ({
  query: async (text, values = []) => {
    const asked = { text, values: [...values], rowMode: 'array' as const, types: asNumbers }
    return (await client.query<unknown[]>(asked)).rows
  },
  named: async (text, values = []) => {
    const asked = { text, values: [...values], types: asNumbers }
    return (await client.query<Record<string, unknown>>(asked)).rows
  },
  execute: async (text) => {
    await client.query(text)
  },
})

function poolOf(settings: PoolConfig): Pool {
  const pool = new Pool({
    ...settings,
    application_name: 'permu',
    connectionTimeoutMillis: CONNECT_WITHIN,
    keepAlive: true,
    onConnect: async (client) => {
      await client.query(SESSION)
    },
  })
  // A connection that breaks while nobody uses it has left the pool already.
  pool.on('error', () => undefined)
  return pool
}

async function lease(pool: Pool): Promise<Lease> {
  const client = await pool.connect()
  // Whoever uses it hears of a break by the statement that fails.
  const unheard = () => undefined
  client.on('error', unheard)
  return {
    ...connectionOver(client),
    copy: (into, pages) => pipeline(pages, client.query(copyStream(copyFrom(into, 'stdin')))),
    during: (work) => work(),
    release: (isBroken) => {
      client.off('error', unheard)
      client.release(isBroken)
    },
  }
}

export const connect: Connect = (url) => {
  const readers = poolOf({ connectionString: url, max: READERS })
  const writers = poolOf({ connectionString: url, max: WRITERS })
  return {
    read: {
      ...connectionOver(readers as Pick<PoolClient, 'query'>),
      copy: async () => {
        throw new Error('rows are copied within a transaction only')
      },
    },
    lease: () => lease(writers),
    listen: listenAt(url),
    close: async () => {
      await Promise.all([readers.end(), writers.end()])
    },
  }
}
