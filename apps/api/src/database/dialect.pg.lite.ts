import { AsyncLocalStorage } from 'node:async_hooks'
import { PGlite } from '@electric-sql/pglite'
import type { Connect, Connection, Lease } from './dialect.pg.connection.ts'

/** PostgreSQL inside the process, for tests: one connection, so whoever reads waits for a transaction. */

const INT8 = 20
const AS_NUMBERS = { rowMode: 'array' as const, parsers: { [INT8]: Number } }

/** The databases of this process, by the address that tests give them. */
const databases = new Map<string, PGlite>()

function databaseAt(url: string): PGlite {
  const database = databases.get(url) ?? new PGlite()
  databases.set(url, database)
  return database
}

/** Ends the database of an address; the next one there is empty. */
export async function dropDatabase(url: string): Promise<void> {
  const database = databases.get(url)
  databases.delete(url)
  await database?.close()
}

const connectionOver = (database: PGlite): Connection => ({
  query: async (text, values = []) =>
    (await database.query<unknown[]>(text, [...values], AS_NUMBERS)).rows,
  execute: async (text) => {
    await database.exec(text)
  },
})

/** Whoever asks within a transaction is part of it: there is no other connection to ask by. */
export const connect: Connect = (url) => {
  const plain = connectionOver(databaseAt(url))
  const within = new AsyncLocalStorage<boolean>()
  let last: Promise<unknown> = Promise.resolve()

  function exclusive<T>(work: () => Promise<T>): Promise<T> {
    if (within.getStore() === true) return work()
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }

  async function lease(): Promise<Lease> {
    const { promise: over, resolve: end } = Promise.withResolvers<undefined>()
    const begun = last
    last = begun.then(() => over)
    await begun
    within.enterWith(true)
    return { ...plain, release: () => end(undefined) }
  }

  return {
    read: {
      query: (text, values) => exclusive(() => plain.query(text, values)),
      execute: (text) => exclusive(() => plain.execute(text)),
    },
    lease,
    listen: (channel, heard) => exclusive(() => databaseAt(url).listen(channel, heard)),
    close: async () => {
      await last
    },
  }
}
