import { fileURLToPath } from 'node:url'
import { eq, openEngine, type Db, type Engine } from '#dialect'
import { appendEffect, type Acting } from '../audit/append.ts'
import { workspaces } from './schema.ts'
import { WATCHED } from './watched.ts'
import { SERVER, WORKSPACE } from './workspace.ts'

export { insertMany, touch, updateMany, type Db } from '#dialect'
export { LOCAL_PERSON, WORKSPACE } from './workspace.ts'

export const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url))

export interface Store {
  /** The file of the database. */
  readonly path: string
  /** For queries: sees committed data only. */
  readonly read: Db
  /**
   * The one way to write: whole or not at all, one after the other. What it changes is entered into
   * the audit log by the same transaction.
   */
  write<T>(work: (db: Db) => Promise<T>): Promise<T>
  /**
   * As `write`, for what can be made again: on the disk only after the next `write`. Call `flush`
   * before that, so that it has little left to wait for.
   */
  stage<T>(work: (db: Db) => Promise<T>): Promise<T>
  /** Brings staged work to the disk without holding up anybody. */
  flush(): Promise<void>
  /** Another one after every commit, by whichever process: what was read before may be old. */
  stamp(): string
  /** The same store, whose writes are entered as somebody's. */
  as(acting: Acting): Store
  /**
   * Puts what another database file holds into the place of everything, in one transaction. `make`
   * names the file; nobody writes while it works, nor until all is in its place.
   */
  replaceBy(make: (db: Db) => Promise<string>): Promise<void>
  now(): Date
  close(): Promise<void>
}

export interface StoreOptions {
  now?: () => Date
  /** Beside a server that has it open: neither locked nor brought up to date. */
  beside?: boolean
  /** Called before a database that has data is brought up to date. */
  beforeMigration?: () => Promise<unknown>
}

async function versionOf(db: Db): Promise<number> {
  const rows = await db
    .select({ version: workspaces.dataVersion })
    .from(workspaces)
    .where(eq(workspaces.id, WORKSPACE))
  return rows[0]?.version ?? 0
}

type Work<T> = (db: Db) => Promise<T>

/** One transaction after the other over an engine. */
function createTurns(engine: Engine) {
  let last: Promise<unknown> = Promise.resolve()

  async function transact<T>(work: Work<T>, durable: boolean): Promise<T> {
    await engine.begin(durable)
    try {
      const result = await work(engine.write)
      await engine.commit()
      return result
    } catch (error) {
      // What made it fail is what has to be told; the next turn finds out whether undoing failed, too.
      await engine.rollback().catch(() => undefined)
      throw error
    }
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }

  return {
    queue: <T>(work: Work<T>, durable: boolean) => inTurn(() => transact(work, durable)),
    inTurn,
    over: () => last,
  }
}

/** Work with the entry of what it has changed. */
function entered<T>(work: Work<T>, acting: Acting, { engine, now }: Audited): Work<T> {
  return async (db) => {
    const before = await versionOf(db)
    const result = await work(db)
    const versions = { before, after: await versionOf(db) }
    const effect = { at: now().toISOString(), touched: engine.touched(), versions }
    await appendEffect(db, acting, effect)
    return result
  }
}

interface Audited {
  engine: Engine
  now: () => Date
}

const ITSELF: Acting = { actor: SERVER, action: 'server', requestId: null }

/** Opens the store; `path` is the file of an embedded database. */
export async function openStore(path: string, options: StoreOptions = {}): Promise<Store> {
  const { now = () => new Date(), ...opening } = options
  const engine = await openEngine(path, { migrations: MIGRATIONS, watched: WATCHED, ...opening })
  const { queue, inTurn, over } = createTurns(engine)

  const storeOf = (acting: Acting): Store => ({
    path,
    get read() {
      return engine.read
    },
    write: (work) => queue(entered(work, acting, { engine, now }), true),
    stage: (work) => queue(work, false),
    flush: engine.flush,
    stamp: engine.stamp,
    as: storeOf,
    replaceBy: (make) => inTurn(async () => engine.replaceBy(await make(engine.write))),
    now,
    close: async () => {
      await over()
      await engine.close()
    },
  })

  const store = storeOf(ITSELF)
  await store.write(async (db) => {
    await db.insert(workspaces).values({ id: WORKSPACE, dataVersion: 0 }).onConflictDoNothing()
  })
  return store
}
