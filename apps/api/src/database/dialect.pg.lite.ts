import { AsyncLocalStorage } from 'node:async_hooks'
import { PGlite } from '@electric-sql/pglite'
import { copyFrom, type Connect, type Connection, type Lease } from './dialect.pg.connection.ts'

/** PostgreSQL inside the process, for tests: one connection, so whoever reads waits for a transaction. */

const INT8 = 20
const parsers = { [INT8]: Number }

interface Database {
  lite: PGlite
  /** When its connection is free again. */
  free: Promise<unknown>
}

/** The databases of this process, by the addresses that tests give them. */
const databases = new Map<string, Database>()

function databaseAt(url: string): Database {
  const known = databases.get(url) ?? { lite: new PGlite(), free: Promise.resolve() }
  databases.set(url, known)
  return known
}

/** Ends the database of an address; the next one there is empty. */
export async function dropDatabase(url: string): Promise<void> {
  const database = databases.get(url)
  databases.delete(url)
  await database?.lite.close()
}

const connectionOver = (lite: PGlite): Connection => ({
  query: async (text, values = []) =>
    (await lite.query<unknown[]>(text, [...values], { rowMode: 'array', parsers })).rows,
  named: async (text, values = []) =>
    (await lite.query<Record<string, unknown>>(text, [...values], { parsers })).rows,
  execute: async (text) => {
    await lite.exec(text)
  },
  copy: async (into, pages) => {
    const blob = new Blob([...pages].map((page) => Uint8Array.from(page)))
    await lite.query(copyFrom(into, "'/dev/blob'"), [], { blob })
  },
})

/** Whoever asks within a transaction is part of it: there is no other connection to ask by. */
const within = new AsyncLocalStorage<Database>()

export const connect: Connect = (url) => {
  const database = databaseAt(url)
  const plain = connectionOver(database.lite)

  function alone<T>(work: () => Promise<T>): Promise<T> {
    if (within.getStore() === database) return work()
    const turn = database.free.then(work)
    database.free = turn.catch(() => undefined)
    return turn
  }

  async function lease(): Promise<Lease> {
    const { promise: over, resolve } = Promise.withResolvers<undefined>()
    const begun = database.free
    database.free = begun.then(() => over)
    await begun
    return {
      ...plain,
      during: (work) => within.run(database, work),
      release: () => resolve(undefined),
    }
  }

  return {
    read: {
      query: (text, values) => alone(() => plain.query(text, values)),
      named: (text, values) => alone(() => plain.named(text, values)),
      execute: (text) => alone(() => plain.execute(text)),
      copy: (into, pages) => alone(() => plain.copy(into, pages)),
    },
    lease,
    listen: (channel, heard) => alone(() => database.lite.listen(channel, heard)),
    close: async () => {
      await database.free
    },
  }
}
