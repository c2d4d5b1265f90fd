import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { packTar, type TarSource } from 'modern-tar/fs'
import { inspectCopy } from '#dialect'
import type { Config } from '../config.ts'
import { DATABASE, folderOf, originalsOf } from './folder.ts'

/**
 * A backup as one archive that is a data folder when it is unpacked: with the original files, which the
 * backup itself only names. Nothing is held in memory.
 */
export async function archiveOf(config: Pick<Config, 'data'>, name: string): Promise<Readable> {
  const folder = folderOf(config, name)
  const { originals } = await inspectCopy(join(folder, DATABASE))
  const own = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  )
  const sources = own.map((entry): TarSource => {
    const source = join(entry.parentPath, entry.name)
    return { type: 'file', source, target: source.slice(folder.length + 1) }
  })
  for (const { sha256 } of originals) {
    const source = join(originalsOf(config), sha256)
    if (existsSync(source)) sources.push({ type: 'file', source, target: `files/${sha256}` })
  }
  return packTar(sources)
}
