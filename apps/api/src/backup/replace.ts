import { existsSync } from 'node:fs'
import { copyFile, link, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { clearMark, dropSums, inspectCopy, lockDatabase } from '#dialect'
import type { Config } from '../config.ts'
import type { Restored } from '../contract.ts'
import { breakSeal, seal, syncFolder } from '../database/seal.ts'
import { openStore } from '../database/store.ts'
import { restoreMap } from '../map/store.ts'
import { done, type Outcome } from '../problem.ts'
import { checkBackup } from './check.ts'
import { DATABASE, databaseOf, folderOf, listBackups, type Manifest } from './folder.ts'
import { prepareRestore, removeDatabase, type Replaced, type Restoring } from './prepare.ts'
import { temporaryPath } from './restore.ts'

/** Restoring where the database cannot be opened: it is set aside, and a backup takes its place. */

/** More changes than can have been made since the newest backup. */
const VERSIONS_SKIPPED = 100_000

interface Wish {
  config: Pick<Config, 'data'>
  name: string
  at: Date
  known: number
}

/** A data version that nothing in the lost database can have had. */
function versionBeyond(backups: readonly Manifest[]): number {
  const largest = Math.max(0, ...backups.map(({ dataVersion }) => dataVersion))
  return Math.ceil((largest + 1) / VERSIONS_SKIPPED) * VERSIONS_SKIPPED
}

/** Moves a database away under another name; its place is never empty. */
async function setAside(path: string, at: Date): Promise<string> {
  const stamp = at.toISOString().replaceAll(/[-:]|\.\d+/gu, '')
  const aside = `${path}.replaced-${stamp}`
  breakSeal(path)
  clearMark(path)
  dropSums(path)
  // A log of the old database must not be taken for one of the new.
  if (existsSync(`${path}-wal`)) await rename(`${path}-wal`, `${aside}-wal`)
  await rm(`${path}-shm`, { force: true })
  if (existsSync(path)) await link(path, aside)
  syncFolder(dirname(path))
  return aside
}

/** The newest sound backup still knows what was done after an older one was made. */
async function withNewest<T>(
  { config, known }: Wish,
  backups: readonly Manifest[],
  work: (replaced: Replaced) => Promise<T>,
): Promise<T> {
  const version = versionBeyond(backups)
  for (const { name } of backups) {
    const checked = await checkBackup(config, name, { known })
    if (!checked.ok) continue
    const copy = temporaryPath(config)
    try {
      const source = join(folderOf(config, name), DATABASE)
      const store = await openCopy(source, copy)
      return await work({ db: store.read, version }).finally(() => store.close())
    } finally {
      await removeDatabase(copy)
    }
  }
  return work({ db: null, version })
}

async function openCopy(source: string, copy: string) {
  await copyFile(source, copy)
  return openStore(copy)
}

async function putInPlace(wish: Wish, restoring: Restoring): Promise<string> {
  const { config, at } = wish
  const { fault } = await inspectCopy(restoring.target)
  if (fault !== null) throw new Error(`the prepared database is not sound: ${fault}`)
  const path = databaseOf(config)
  const aside = await setAside(path, at)
  await rename(restoring.target, path)
  seal(path)
  return aside
}

/** Puts a backup in the place of a database that the server refuses; no server may be running. */
export async function replaceDatabase(wish: Wish): Promise<Outcome<Restored>> {
  const { config, name, at, known } = wish
  const checked = await checkBackup(config, name, { known })
  if (!checked.ok) return checked
  const unlock = lockDatabase(databaseOf(config))
  const target = temporaryPath(config)
  const source = join(folderOf(config, name), DATABASE)
  const who = { actor: 'command', requestId: null }
  const restoring = { name, source, target, at: at.toISOString(), ...who }
  try {
    const { backups } = await listBackups(config)
    const { version } = await withNewest(wish, backups, (replaced) =>
      prepareRestore(restoring, replaced),
    )
    const kept = await putInPlace(wish, restoring)
    await restoreMap(config, folderOf(config, name))
    const { missing } = checked.value
    return done({ restored: name, dataVersion: version, kept, missingOriginals: missing })
  } finally {
    await removeDatabase(target)
    unlock()
  }
}
