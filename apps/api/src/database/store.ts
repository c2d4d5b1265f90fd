import { fileURLToPath } from 'node:url'
import { openEngine, type Db } from '#dialect'
import { workspaces } from './schema.ts'

export { insertMany, updateMany, type Db } from '#dialect'

/** The workspace that a server without accounts works in. */
export const WORKSPACE = 'main'

/** Who acts on a server without accounts. */
export const LOCAL_PERSON = 'local'

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url))

export interface Store {
  /** For queries: sees committed data only. */
  read: Db
  /** The one way to write: whole or not at all, one after the other. */
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
  close(): Promise<void>
}

/**
 * Opens the store; `path` is the file of an embedded database. `beside` a server that has it open,
 * its schema is left as it is.
 */
export async function openStore(path: string, { beside = false } = {}): Promise<Store> {
  const engine = await openEngine(path, beside ? null : MIGRATIONS)
  let last: Promise<unknown> = Promise.resolve()

  async function transact<T>(work: (db: Db) => Promise<T>, durable: boolean): Promise<T> {
    await engine.begin(durable)
    try {
      const result = await work(engine.write)
      await engine.commit()
      return result
    } catch (error) {
      await engine.rollback()
      throw error
    }
  }

  function queue<T>(work: (db: Db) => Promise<T>, durable: boolean): Promise<T> {
    const turn = last.then(() => transact(work, durable))
    last = turn.catch(() => undefined)
    return turn
  }

  const write = <T>(work: (db: Db) => Promise<T>) => queue(work, true)

  await write(async (db) => {
    await db.insert(workspaces).values({ id: WORKSPACE, dataVersion: 0 }).onConflictDoNothing()
  })
  return {
    read: engine.read,
    write,
    stage: (work) => queue(work, false),
    flush: engine.flush,
    stamp: engine.stamp,
    close: async () => {
      await last
      await engine.close()
    },
  }
}
