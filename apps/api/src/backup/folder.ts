import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Config } from '../config.ts'
import { Backup } from '../contract.ts'
import { isBackupName } from './names.ts'

/**
 * A backup is a folder laid out like a data folder: `permu.db`, the outline of the map and the secret;
 * `backup.json` says what they were when they were made. Original files are not in it: they stand under
 * their hash in `files`, are never changed and never removed.
 */
export const DATABASE = 'permu.db'
export const MANIFEST = 'backup.json'
const FORMAT = 1

export const Manifest = Backup.extend({ format: z.literal(FORMAT), sha256: z.string() })
export type Manifest = z.infer<typeof Manifest>

type Place = Pick<Config, 'data'>

export const databaseOf = ({ data }: Place) => join(data, DATABASE)
/** What the store opens: the file, or the address of a database at a server. */
export const placeOf = (config: Pick<Config, 'data' | 'database'>) =>
  config.database ?? databaseOf(config)

export const originalsOf = ({ data }: Place) => join(data, 'files')
export const backupsFolder = ({ data }: Place) => join(data, 'backups')
export const folderOf = (place: Place, name: string) => join(backupsFolder(place), name)

async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((): string[] => [])
  return names.filter(isBackupName).sort().reverse()
}

/** What a backup says of itself; null where there is none of that name, or it cannot be read. */
export async function readManifest(place: Place, name: string): Promise<Manifest | null> {
  if (!isBackupName(name)) return null
  try {
    const text = await readFile(join(folderOf(place, name), MANIFEST), 'utf8')
    return Manifest.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** Every backup, the newest first, and the names of folders that say nothing of themselves. */
export async function listBackups(
  place: Place,
): Promise<{ backups: Manifest[]; unreadable: string[] }> {
  const names = await namesIn(backupsFolder(place))
  const read = await Promise.all(names.map((name) => readManifest(place, name)))
  return {
    backups: read.flatMap((manifest) => (manifest === null ? [] : [manifest])),
    unreadable: names.filter((_, i) => read[i] === null),
  }
}
