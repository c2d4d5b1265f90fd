import { statfs } from 'node:fs/promises'
import { migrationsKnown } from '../database/migrations.ts'
import { MIGRATIONS } from '../database/store.ts'
import type { Deps } from '../env.ts'
import type { Looked } from './metrics.ts'
import { uploadsByStatus } from './queries.ts'

/** What is found out about the process and its folder when somebody asks. */

/** Bytes of the disk that are free for this process. */
export async function freeBytes({ config }: Pick<Deps, 'config'>): Promise<number> {
  const { bavail, bsize } = await statfs(config.data)
  return bavail * bsize
}

/** How many migrations this build knows. */
export const MIGRATIONS_KNOWN = migrationsKnown(MIGRATIONS)

/** The figures that are looked up for `/metrics`. */
export async function look(deps: Deps): Promise<Looked> {
  const { store, snapshots, intake, computing } = deps
  const dataVersion = await snapshots.version()
  return {
    queue: intake.load(),
    computing: computing.load(),
    snapshot: { dataVersion, tables: snapshots.kept() },
    bytes: await store.facts.bytes(),
    uploads: await uploadsByStatus(store.read),
  }
}
