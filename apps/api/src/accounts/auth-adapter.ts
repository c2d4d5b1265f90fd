import { AsyncLocalStorage } from 'node:async_hooks'
import type { BetterAuthOptions } from 'better-auth'
import { createAdapterFactory, type CustomAdapter } from 'better-auth/adapters'
import type { Db, Store } from '../database/store.ts'
import { changeRows, consumeRow, deleteRows, findRows, insertRow } from './auth-tables.ts'

interface Turn {
  store: Store
  /** Inside a transaction of the library: where it reads and writes. */
  db: Db | null
}

const ALL = Number.MAX_SAFE_INTEGER

/** How the library reads and writes: reads see committed data, each write takes its turn in the queue. */
function statements(turnOf: () => Turn): CustomAdapter {
  const read = () => turnOf().db ?? turnOf().store.read
  function write<T>(work: (db: Db) => Promise<T>): Promise<T> {
    const { db, store } = turnOf()
    return db === null ? store.write(work) : work(db)
  }
  return {
    create: ({ model, data }) => write((db) => insertRow(db, model, data)) as never,
    findOne: async ({ model, where }) =>
      ((await findRows(read(), model, { where, limit: 1 }))[0] ?? null) as never,
    findMany: ({ model, where, limit }) => findRows(read(), model, { where, limit }) as never,
    count: async ({ model, where }) =>
      (await findRows(read(), model, { where, limit: ALL })).length,
    update: async ({ model, where, update }) => {
      const change = { where, update: update as Record<string, unknown> }
      return ((await write((db) => changeRows(db, model, change)))[0] ?? null) as never
    },
    updateMany: async ({ model, where, update }) =>
      (await write((db) => changeRows(db, model, { where, update }))).length,
    delete: async ({ model, where }) => {
      await write((db) => deleteRows(db, model, where))
    },
    deleteMany: async ({ model, where }) =>
      (await write((db) => deleteRows(db, model, where))).length,
    consumeOne: ({ model, where }) => write((db) => consumeRow(db, model, where)) as never,
  }
}

/**
 * The database of the library for signing in: the store. Its writes never meet another open
 * transaction, for each waits for its turn, and what belongs together is one turn. `on` names the
 * store of a request.
 */
export function createAuthDatabase(base: Store) {
  const turns = new AsyncLocalStorage<Turn>()
  const turnOf = () => turns.getStore() ?? { store: base, db: null }

  function inOneTurn<T>(work: () => Promise<T>): Promise<T> {
    const { store, db: open } = turnOf()
    if (open !== null) return work()
    return store.write(async (db) => {
      const turn: Turn = { store, db }
      try {
        return await turns.run(turn, work)
      } finally {
        // What the library still does afterwards must not write into somebody else's transaction.
        turn.db = null
      }
    })
  }

  function database(options: BetterAuthOptions) {
    const adapter: ReturnType<ReturnType<typeof createAdapterFactory>> = createAdapterFactory({
      config: {
        adapterId: 'store',
        supportsDates: false,
        supportsNumericIds: false,
        transaction: (work) => inOneTurn(() => work(adapter)),
      },
      adapter: () => statements(turnOf),
    })(options)
    return adapter
  }

  return {
    database,
    on: <T>(store: Store, work: () => Promise<T>): Promise<T> =>
      turns.run({ store, db: null }, work),
  }
}
