import { fileURLToPath } from 'node:url'
import { eq, MIGRATIONS_FOLDER, openEngine, type Db } from '#dialect'
import { appendEffect, type Acting } from '../audit/append.ts'
import type { Engine, EngineFacts, EngineKind } from './engine.ts'
import type { Sharing } from './sharing.ts'
import { workspaces } from './schema.ts'
import { WATCHED } from './watched.ts'
import { SERVER, WORKSPACE } from './workspace.ts'

export { execute, insertLarge, insertMany, touch, updateMany, type Db } from '#dialect'
export { LOCAL_PERSON, WORKSPACE } from './workspace.ts'

export const MIGRATIONS = fileURLToPath(new URL(`../../${MIGRATIONS_FOLDER}`, import.meta.url))

export interface Store {
  readonly kind: EngineKind
  readonly facts: EngineFacts
  /** Null where only this process has the database open. */
  readonly sharing: Sharing<Db> | null
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
  stamp(): Promise<string>
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

/** Work with the entry of what it has changed. */
function entered<T>(
  work: (db: Db) => Promise<T>,
  acting: Acting,
  { engine, now }: Audited,
): (db: Db) => Promise<T> {
  return async (db) => {
    const before = await versionOf(db)
    const result = await work(db)
    const versions = { before, after: await versionOf(db) }
    const effect = { at: now().toISOString(), touched: await engine.touched(db), versions }
    await appendEffect(db, acting, effect)
    return result
  }
}

interface Audited {
  engine: Engine<Db>
  now: () => Date
}

const ITSELF: Acting = { actor: SERVER, action: 'server', requestId: null }

/** Opens the store at a place: the file of an embedded database, or the address of one at a server. */
export async function openStore(place: string, options: StoreOptions = {}): Promise<Store> {
  const { now = () => new Date(), ...opening } = options
  const engine = await openEngine(place, { migrations: MIGRATIONS, watched: WATCHED, ...opening })
  const { kind, sharing, flush, stamp, replaceBy, close } = engine

  const storeOf = (acting: Acting): Store => ({
    ...{ kind, facts: engine, sharing },
    get read() {
      return engine.read
    },
    write: (work) => engine.write(entered(work, acting, { engine, now })),
    stage: engine.stage,
    ...{ flush, stamp, replaceBy, now, close },
    as: storeOf,
  })

  const store = storeOf(ITSELF)
  await store.write(async (db) => {
    await db.insert(workspaces).values({ id: WORKSPACE, dataVersion: 0 }).onConflictDoNothing()
  })
  return store
}
