import type { Deps } from '../env.ts'
import { freeBytes, MIGRATIONS_KNOWN } from './facts.ts'

/** What has to hold for the server to be sent requests. */
export const CHECKS = ['running', 'database', 'migrations', 'disk', 'backup'] as const
export type Check = (typeof CHECKS)[number]

export interface Readiness {
  readonly dataVersion: number | null
  readonly failed: readonly Check[]
}

const HOUR = 3_600_000

// After a start the schedule gets time to make the backup that is due.
const SETTLING = HOUR

async function backupIsFresh(deps: Deps): Promise<boolean> {
  const { config, life, backups, snapshots, store } = deps
  const now = deps.now().getTime()
  // A server's own copies are its administrator's to watch.
  if (store.kind === 'postgresql') return true
  if (!config.backups || config.maxBackupHours === 0) return true
  if (now - life.since.getTime() < SETTLING || (await snapshots.version()) === 0) return true
  const last = await backups.newest()
  return last !== null && now - Date.parse(last) < config.maxBackupHours * HOUR
}

/** Each check says whether it holds; one that cannot be made does not. */
function checksOf(deps: Deps): Record<Check, () => Promise<boolean>> {
  const { config, store, life } = deps
  return {
    running: async () => !life.isDraining,
    database: async () => (await deps.snapshots.version()) >= 0,
    migrations: async () => (await store.facts.migrations()) === MIGRATIONS_KNOWN,
    disk: async () => (await freeBytes(deps)) >= config.minFreeBytes,
    backup: () => backupIsFresh(deps),
  }
}

/** Whether requests may be sent here, and if not, why. */
export async function readiness(deps: Deps): Promise<Readiness> {
  const checks = checksOf(deps)
  const held = await Promise.all(CHECKS.map((name) => checks[name]().catch(() => false)))
  const failed = CHECKS.filter((_, i) => held[i] !== true)
  const dataVersion = failed.includes('database') ? null : await deps.snapshots.version()
  return { dataVersion, failed }
}
