import type { Store } from '../database/store.ts'
import { isFull } from '../problem.ts'
import { TakenOver } from './queue.ts'
import { clearReading, findUpload, updateUpload } from '../uploads/queries.ts'

export type Trouble = 'no-room' | 'internal'

/** Uploads that this process could not read, for a reason that is not in the file. */
export interface Troubles {
  /** Says that reading failed; where not even that can be stored, it is tried again and again. */
  tell(id: string, error: unknown, store: Store): Promise<void>
  of(id: string): Trouble | null
  forget(id: string): void
  close(): void
}

const AGAIN = 1_000

/** Leaves an upload failed, and nothing of what was read of it; one that was committed stays. */
function fail(store: Store, id: string) {
  return store.write(async (db) => {
    const upload = await findUpload(db, id)
    if (upload === null || upload.status === 'committed') return
    await clearReading(db, id)
    await updateUpload(db, id, { status: 'failed' })
  })
}

export function createTroubles(): Troubles {
  const known = new Map<string, Trouble>()
  const waiting = new Map<string, NodeJS.Timeout>()

  async function settle(id: string, store: Store): Promise<void> {
    waiting.delete(id)
    // While a disk is full nothing can be written; a start would read the upload again.
    await fail(store, id).catch((error: unknown) => {
      if (error instanceof TakenOver) return
      waiting.set(id, setTimeout(() => void settle(id, store), AGAIN).unref())
    })
  }

  return {
    tell: (id, error, store) => {
      known.set(id, isFull(error) ? 'no-room' : 'internal')
      return settle(id, store)
    },
    of: (id) => known.get(id) ?? null,
    forget: (id) => void known.delete(id),
    close: () => waiting.forEach((timer) => clearTimeout(timer)),
  }
}
