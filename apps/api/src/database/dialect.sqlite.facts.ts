import { stat } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import type Sqlite from 'better-sqlite3'
import type { Held } from './dialect.sqlite.held.ts'
import type { EngineFacts } from './engine.ts'

const WORKER = new URL('./dialect.sqlite.integrity.worker.ts', import.meta.url)

const sizeOf = async (path: string) => (await stat(path).catch(() => null))?.size ?? 0

function inspect(workerData: { path: string; held: Held }): Promise<boolean> {
  return new Promise((resolve) => {
    const worker = new Worker(WORKER, { workerData })
    worker.once('message', (isSound: boolean) => resolve(isSound))
    worker.once('error', () => resolve(false))
    worker.once('exit', () => resolve(false))
  })
}

/** What is known of the file of a database. */
export const factsOf = (path: string, held: Held, reader: () => Sqlite.Database): EngineFacts => ({
  migrations: async () =>
    Number(reader().prepare('select count(*) from __drizzle_migrations').pluck().get()),
  bytes: async () => ({ database: await sizeOf(path), log: await sizeOf(`${path}-wal`) }),
  isSound: () => inspect({ path, held }),
})
