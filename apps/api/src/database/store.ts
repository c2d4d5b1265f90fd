import { fileURLToPath } from 'node:url'
import { openEngine, type Db } from '#dialect'
import { workspaces } from './schema.ts'

export { insertMany, type Db } from '#dialect'

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
  close(): Promise<void>
}

/** Opens the store; `path` is the file of an embedded database. */
export async function openStore(path: string): Promise<Store> {
  const engine = await openEngine(path, MIGRATIONS)
  let last: Promise<unknown> = Promise.resolve()

  async function transact<T>(work: (db: Db) => Promise<T>): Promise<T> {
    await engine.begin()
    try {
      const result = await work(engine.write)
      await engine.commit()
      return result
    } catch (error) {
      await engine.rollback()
      throw error
    }
  }

  function write<T>(work: (db: Db) => Promise<T>): Promise<T> {
    const turn = last.then(() => transact(work))
    last = turn.catch(() => undefined)
    return turn
  }

  await write(async (db) => {
    await db.insert(workspaces).values({ id: WORKSPACE, dataVersion: 0 }).onConflictDoNothing()
  })
  return {
    read: engine.read,
    write,
    close: async () => {
      await last
      await engine.close()
    },
  }
}
