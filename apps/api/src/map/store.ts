import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, open, readFile, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Config } from '../config.ts'
import { MapFile } from '../contract.ts'
import { syncFolder } from '../database/seal.ts'
import { readOutline, type OutlineFeature } from './geojson.ts'

/** The map stands beside the database: the bytes under their hash, and a small file that names them. */
const POINTER = 'current.json'

const folderOf = ({ data }: Pick<Config, 'data'>) => join(data, 'map')
const fileOf = (config: Pick<Config, 'data'>, sha256: string) =>
  join(folderOf(config), `${sha256}.geojson`)

const isAbsent = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** What is stored; null where there is no map. */
export async function storedMap(config: Pick<Config, 'data'>): Promise<MapFile | null> {
  try {
    // A hundred bytes, asked for with every page: quicker read than handed to a thread.
    const text = readFileSync(join(folderOf(config), POINTER), 'utf8')
    return MapFile.safeParse(JSON.parse(text)).data ?? null
  } catch (error) {
    if (isAbsent(error) || error instanceof SyntaxError) return null
    throw error
  }
}

async function writeDurably(path: string, content: Uint8Array | string) {
  const handle = await open(`${path}.part`, 'w')
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(`${path}.part`, path)
  syncFolder(dirname(path))
}

const turns = new Map<string, Promise<unknown>>()

// One change after the other: two at once could each clear away what the other has just written.
function inTurn<T>(config: Pick<Config, 'data'>, work: () => Promise<T>): Promise<T> {
  const before = turns.get(config.data) ?? Promise.resolve()
  const mine = before.then(work, work)
  turns.set(config.data, mine)
  return mine
}

async function clear(config: Pick<Config, 'data'>, kept: string | null) {
  const folder = folderOf(config)
  const names = await readdir(folder)
  const stale = names.filter((name) => name !== POINTER && name !== `${kept ?? ''}.geojson`)
  for (const name of stale) await rm(join(folder, name), { force: true })
}

/** Puts a map in the place of the one before. */
export function keepMap(
  config: Pick<Config, 'data'>,
  sent: { bytes: Uint8Array; name: string; at: string },
): Promise<MapFile> {
  return inTurn(config, async () => {
    const sha256 = createHash('sha256').update(sent.bytes).digest('hex')
    const file = { sha256, name: sent.name, bytes: sent.bytes.length, at: sent.at }
    if ((await mkdir(folderOf(config), { recursive: true })) !== undefined) syncFolder(config.data)
    await writeDurably(fileOf(config, sha256), sent.bytes)
    await writeDurably(join(folderOf(config), POINTER), JSON.stringify(file))
    await clear(config, sha256)
    return file
  })
}

/** Takes the map away; false where there was none. */
export function dropMap(config: Pick<Config, 'data'>): Promise<boolean> {
  return inTurn(config, async () => {
    if ((await storedMap(config)) === null) return false
    await rm(join(folderOf(config), POINTER), { force: true })
    await clear(config, null)
    return true
  })
}

/** Puts the map that another folder holds in the place of this one's. */
export async function restoreMap(config: Pick<Config, 'data'>, from: string): Promise<void> {
  const file = await storedMap({ data: from })
  const bytes = file && (await readFile(fileOf({ data: from }, file.sha256)).catch(() => null))
  if (file === null || bytes === null) await dropMap(config)
  else await keepMap(config, { bytes, name: file.name, at: file.at })
}

const outlines = new WeakMap<Config, { sha256: string; features: OutlineFeature[] }>()

/** The features of the stored file, read once; null where the file is gone or no longer what it was. */
export async function storedOutline(
  config: Config,
  { sha256 }: MapFile,
): Promise<OutlineFeature[] | null> {
  const known = outlines.get(config)
  if (known?.sha256 === sha256) return known.features
  const bytes = await readFile(fileOf(config, sha256)).catch((error: unknown) => {
    if (isAbsent(error)) return null
    throw error
  })
  if (bytes === null || createHash('sha256').update(bytes).digest('hex') !== sha256) return null
  const read = readOutline(bytes)
  if (!read.ok) return null
  outlines.set(config, { sha256, features: read.value })
  return read.value
}
