import { readFileSync } from 'node:fs'
import { readdir, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Deps } from '../env.ts'
import type { Looked } from './metrics.ts'
import { uploadsByStatus } from './queries.ts'

/** What is found out about the process and its folder when somebody asks. */

const sizeOf = async (path: string) => (await stat(path).catch(() => null))?.size ?? 0

/** The database and its write-ahead log, in bytes. */
export async function databaseBytes({ config }: Pick<Deps, 'config'>) {
  const path = join(config.data, 'permu.db')
  return { database: await sizeOf(path), log: await sizeOf(`${path}-wal`) }
}

/** Bytes of the disk that are free for this process. */
export async function freeBytes({ config }: Pick<Deps, 'config'>): Promise<number> {
  const { bavail, bsize } = await statfs(config.data)
  return bavail * bsize
}

/** When the newest backup was made; null where there is none. */
export async function lastBackup({ config }: Pick<Deps, 'config'>): Promise<Date | null> {
  const folder = join(config.data, 'backups')
  const names = await readdir(folder).catch(() => [])
  const found = await Promise.all(
    names
      .filter((name) => name.endsWith('.db'))
      .map(async (name) => (await stat(join(folder, name)).catch(() => null))?.mtime ?? null),
  )
  const times = found.flatMap((time) => time?.getTime() ?? [])
  return times.length === 0 ? null : new Date(Math.max(...times))
}

interface Journal {
  entries: unknown[]
}

const JOURNAL = new URL('../../migrations/meta/_journal.json', import.meta.url)

/** How many migrations this build knows. */
export const MIGRATIONS_KNOWN = (JSON.parse(readFileSync(JOURNAL, 'utf8')) as Journal).entries
  .length

/** The figures that are looked up for `/metrics`. */
export async function look(deps: Deps): Promise<Looked> {
  const { store, snapshots, intake, computing } = deps
  const dataVersion = await snapshots.version()
  return {
    queue: intake.load(),
    computing: computing.load(),
    snapshot: { dataVersion, tables: snapshots.kept() },
    bytes: await databaseBytes(deps),
    uploads: await uploadsByStatus(store.read),
  }
}
