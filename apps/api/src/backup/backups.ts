import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { BackupList, Restored } from '../contract.ts'
import { dataVersion } from '../data/queries.ts'
import { migrationsKnown } from '../database/migrations.ts'
import { MIGRATIONS, type Store } from '../database/store.ts'
import { done, failed, NO_ROOM, isFull, type Outcome } from '../problem.ts'
import type { Intake } from '../reading/intake.ts'
import { isAnyOpen } from '../uploads/queries.ts'
import { backupsAtServer } from './at-server.ts'
import { databaseOf, listBackups, readManifest, type Manifest } from './folder.ts'
import { makeBackup } from './make.ts'
import type { Reason } from './names.ts'
import { removeDatabase } from './prepare.ts'
import { restoreBackup, type Wish } from './restore.ts'
import { isDue, nextDue } from './schedule.ts'

/** Copies of the data: by the clock, by hand, and back. */
export interface Backups {
  list(): Promise<BackupList>
  find(name: string): Promise<Outcome<Manifest>>
  make(reason: Reason): Promise<Outcome<Manifest>>
  restore(wish: Wish): Promise<Outcome<Restored>>
  /** When the newest backup was made; null where there is none. */
  newest(): Promise<string | null>
  /** Makes one each day from now on. */
  keepMaking(): void
  close(): Promise<void>
}

export interface BackupDeps {
  config: Config
  store: Store
  intake: Intake
  log: Logger
  now: () => Date
}

const LOOK_EVERY = 5 * 60_000

const known = migrationsKnown(MIGRATIONS)

async function list({ config, now }: BackupDeps): Promise<BackupList> {
  const { backups, unreadable } = await listBackups(config)
  return {
    items: backups.map(({ format: _, sha256: __, ...backup }) => ({
      ...backup,
      restorable: backup.schema <= known,
    })),
    unreadable,
    next: config.backups ? nextDue(now()).toISOString() : null,
    by: 'permu',
  }
}

async function find({ config }: BackupDeps, name: string): Promise<Outcome<Manifest>> {
  const manifest = await readManifest(config, name)
  return manifest ? done(manifest) : failed('not-found', '没有这个备份。 There is no such backup.')
}

async function make({ config, now }: BackupDeps, reason: Reason): Promise<Outcome<Manifest>> {
  try {
    return done(await makeBackup(config, { reason, at: now() }))
  } catch (error) {
    if (isFull(error)) return { ok: false, fault: NO_ROOM }
    throw error
  }
}

async function restore(deps: BackupDeps, wish: Wish): Promise<Outcome<Restored>> {
  const { config, store, now, intake } = deps
  try {
    return await restoreBackup({ config, store, now, intake, known }, wish)
  } catch (error) {
    if (isFull(error)) return { ok: false, fault: NO_ROOM }
    throw error
  }
}

/** The newest daily backup that counts: one of no data does not, once there are some. */
async function lastDaily({ config, store }: BackupDeps): Promise<string | null> {
  const { backups } = await listBackups(config)
  const last = backups.find(({ reason }) => reason === 'daily')
  if (last?.dataVersion === 0 && (await dataVersion(store.read)) > 0) return null
  return last?.at ?? null
}

async function makeDaily(deps: BackupDeps) {
  const { store, now, log } = deps
  if (!isDue(now(), await lastDaily(deps), await isAnyOpen(store.read))) return
  const made = await make(deps, 'daily')
  if (!made.ok) log.error({ fault: made.fault }, 'the daily backup could not be made')
}

/** Takes away the copies that an earlier process was preparing. */
async function clearPrepared(path: string) {
  const names = readdirSync(dirname(path))
  const prepared = names.filter((name) => name.startsWith(`${basename(path)}.restoring-`))
  for (const name of prepared) await removeDatabase(join(dirname(path), name))
}

export function createBackups(deps: BackupDeps): Backups {
  if (deps.store.kind === 'postgresql') return backupsAtServer
  let timer: NodeJS.Timeout | null = null
  let running: Promise<unknown> = Promise.resolve()

  /** One after the other: each copies the whole database. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = running.then(work)
    running = turn.catch(() => undefined)
    return turn
  }

  const look = () =>
    void inTurn(() => makeDaily(deps)).catch((error: unknown) => {
      deps.log.error({ err: error }, 'the daily backup could not be made')
    })

  return {
    list: () => list(deps),
    find: (name) => find(deps, name),
    make: (reason) => inTurn(() => make(deps, reason)),
    restore: (wish) => restore(deps, wish),
    newest: async () => (await listBackups(deps.config)).backups[0]?.at ?? null,
    keepMaking: () => {
      void inTurn(() => clearPrepared(databaseOf(deps.config)))
      if (!deps.config.backups || timer !== null) return
      timer = setInterval(look, LOOK_EVERY).unref()
      look()
    },
    close: async () => {
      if (timer !== null) clearInterval(timer)
      await running
    },
  }
}
