import { setTimeout } from 'node:timers/promises'
import type { Db } from './dialect.pg.ts'
import type { Connection, Connections, Lease } from './dialect.pg.connection.ts'
import { failureOf, isConflict, isLost } from './dialect.pg.fault.ts'
import { drizzle } from './dialect.pg.orm.ts'

/** The query builder over a connection. */
export function dbOver(connection: Connection): Db {
  const built = drizzle(async (text, values, method) => {
    const rows =
      method === 'execute' ? connection.named(text, values) : connection.query(text, values)
    return { rows: await rows }
  })
  return Object.assign(built, { $client: connection })
}

/** A connection that is good for nothing once its transaction is over. */
function during(lease: Lease): { connection: Connection; end: () => void } {
  let isOver = false
  const own = () => {
    if (isOver) throw new Error('this transaction is over')
    return lease
  }
  return {
    connection: {
      query: async (text, values) => own().query(text, values),
      named: async (text, values) => own().named(text, values),
      execute: async (text) => own().execute(text),
      copy: async (into, pages) => own().copy(into, pages),
    },
    end: () => (isOver = true),
  }
}

/** A transaction that came to nothing. */
class Undone extends Error {
  readonly failure: unknown
  /** Nothing of it can have been committed, and the next time it may succeed. */
  readonly mayRepeat: boolean
  constructor(failure: unknown, mayRepeat: boolean) {
    super('undone')
    this.failure = failure
    this.mayRepeat = mayRepeat
  }
}

async function isRolledBack(lease: Lease): Promise<boolean> {
  try {
    await lease.execute('rollback')
    return true
  } catch {
    return false
  }
}

export interface Transaction<T> {
  /** Statements that begin it. */
  begin: string
  work: (db: Db) => Promise<T>
}

async function once<T>(lease: Lease, { begin, work }: Transaction<T>): Promise<T> {
  const { connection, end } = during(lease)
  let isEnding = false
  let isBroken = false
  try {
    await lease.execute(begin)
    const result = await lease.during(() => work(dbOver(connection)))
    end()
    isEnding = true
    // Of a transaction in which a statement has failed the server would only say that it is over.
    await lease.execute('select 1; commit')
    return result
  } catch (error) {
    end()
    const failure = failureOf(error)
    isBroken = isLost(failure) || !(await isRolledBack(lease))
    throw new Undone(failure, isConflict(failure) || (isLost(failure) && !isEnding))
  } finally {
    lease.release(isBroken)
  }
}

async function leaseOf(connections: Connections): Promise<Lease> {
  try {
    return await connections.lease()
  } catch (error) {
    throw new Undone(error, isLost(error))
  }
}

/** Milliseconds before it is tried again: a server that changes over to another takes some seconds. */
const AGAIN_AFTER = [20, 80, 300, 1000, 3000]

/** One transaction; where it met another one, or lost its connection, again from the beginning. */
export async function transact<T>(
  connections: Connections,
  transaction: Transaction<T>,
): Promise<T> {
  for (const wait of [...AGAIN_AFTER, null]) {
    try {
      return await once(await leaseOf(connections), transaction)
    } catch (error) {
      if (!(error instanceof Undone)) throw error
      if (wait === null || !error.mayRepeat) throw error.failure
      await setTimeout(wait * (0.5 + Math.random()))
    }
  }
  throw new Error('unreachable')
}
