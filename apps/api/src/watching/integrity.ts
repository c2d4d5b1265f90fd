import { Worker } from 'node:worker_threads'

/** Whether the database holds together, and when that was looked at last. */
export interface Integrity {
  readonly isSound: boolean
  readonly at: Date
}

const WORKER = new URL('../database/dialect.sqlite.integrity.worker.ts', import.meta.url)

// A large database takes a second of one core.
const GOOD_FOR = 600_000

function inspect(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const worker = new Worker(WORKER, { workerData: path })
    worker.once('message', (isSound: boolean) => resolve(isSound))
    worker.once('error', () => resolve(false))
    worker.once('exit', () => resolve(false))
  })
}

/** Looks at the database at a path when asked, at most every ten minutes. */
export function createIntegrity(path: string, now: () => Date): () => Promise<Integrity> {
  let known: Promise<Integrity> | null = null
  let from = -Infinity
  return () => {
    const at = now()
    if (known === null || at.getTime() - from > GOOD_FOR) {
      from = at.getTime()
      known = inspect(path).then((isSound) => ({ isSound, at }))
    }
    return known
  }
}
