import { existsSync, statfsSync, statSync } from 'node:fs'
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { copyDatabase, type CopySummary } from '#dialect'
import type { Config } from '../config.ts'
import { syncFolder } from '../database/seal.ts'
import { backupsFolder, DATABASE, databaseOf, folderOf, listBackups, MANIFEST } from './folder.ts'
import type { Manifest } from './folder.ts'
import { backupName, type Reason } from './names.ts'
import { backupsToKeep } from './retention.ts'

type Place = Pick<Config, 'data'>

/** Left free beside the copy, so that a backup never takes the room that uploads need. */
const SPARE = 32 * 1024 * 1024
const ABANDONED_AFTER = 3_600_000
const PART = '.part-'

class NoRoom extends Error {
  readonly code = 'ENOSPC'
}

function requireRoom(place: Place) {
  const { bavail, bsize } = statfsSync(place.data)
  const needed = statSync(databaseOf(place)).size + SPARE
  if (bavail * bsize < needed) throw new NoRoom('there is no room for a backup')
}

async function writeDurably(path: string, text: string) {
  const handle = await open(path, 'w')
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function copyDurably(source: string, target: string) {
  await mkdir(dirname(target), { recursive: true })
  await copyFile(source, target)
  const handle = await open(target, 'r+')
  await handle.sync().finally(() => handle.close())
  syncFolder(dirname(target))
}

/** The small files that belong to the data and may be replaced by others. */
async function smallFiles({ data }: Place): Promise<string[]> {
  const map = await readdir(join(data, 'map')).catch((): string[] => [])
  const outline = map.filter((name) => !name.endsWith('.part')).map((name) => join('map', name))
  return [...outline, 'secret'].filter((name) => existsSync(join(data, name)))
}

function describe(summary: CopySummary): Omit<Manifest, 'format' | 'name' | 'at' | 'reason'> {
  const { bytes, sha256, schema, dataVersion, counts, audit, originals } = summary
  const total = originals.reduce((sum, file) => sum + file.bytes, 0)
  const files = { files: originals.length, bytes: total }
  return { bytes, sha256, schema: schema ?? 0, dataVersion, counts, audit, originals: files }
}

async function fill(place: Place, folder: string, head: Pick<Manifest, 'name' | 'at' | 'reason'>) {
  const summary = await copyDatabase(databaseOf(place), join(folder, DATABASE))
  if (summary.fault !== null) throw new Error(`the copy is not sound: ${summary.fault}`)
  for (const name of await smallFiles(place)) {
    // The outline may be replaced at this moment: then the pointer names a file that is gone.
    await copyDurably(join(place.data, name), join(folder, name)).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    })
  }
  const manifest: Manifest = { format: 1, ...head, ...describe(summary) }
  await writeDurably(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`)
  syncFolder(folder)
  return manifest
}

async function clearAbandoned(folder: string, now: Date) {
  const parts = (await readdir(folder)).filter((name) => name.startsWith(PART))
  for (const name of parts) {
    const found = await stat(join(folder, name)).catch(() => null)
    if (found === null || now.getTime() - found.mtimeMs < ABANDONED_AFTER) continue
    await rm(join(folder, name), { recursive: true, force: true })
  }
}

/** Removes the backups that need not stay. */
async function thin(place: Place) {
  const { backups } = await listBackups(place)
  const kept = backupsToKeep(backups)
  for (const { name } of backups) {
    if (!kept.has(name)) await rm(folderOf(place, name), { recursive: true, force: true })
  }
}

/**
 * Copies the database as of one moment, checks the copy, and gives it its name only when all of it is on
 * the disk; then removes the backups that need not stay.
 */
export async function makeBackup(
  place: Place,
  { reason, at }: { reason: Reason; at: Date },
): Promise<Manifest> {
  const folder = backupsFolder(place)
  await mkdir(folder, { recursive: true })
  syncFolder(place.data)
  requireRoom(place)
  const name = backupName(at, reason, (taken) => existsSync(folderOf(place, taken)))
  const part = join(folder, `${PART}${name}`)
  await mkdir(part, { recursive: true })
  try {
    const manifest = await fill(place, part, { name, at: at.toISOString(), reason })
    await rename(part, folderOf(place, name))
    syncFolder(folder)
    await clearAbandoned(folder, at)
    await thin(place)
    return manifest
  } catch (error) {
    await rm(part, { recursive: true, force: true })
    throw error
  }
}
