import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { inspectCopy, type CopySummary } from '#dialect'
import type { Config } from '../config.ts'
import { done, failed, type Outcome } from '../problem.ts'
import { DATABASE, folderOf, originalsOf, readManifest, type Manifest } from './folder.ts'

type Place = Pick<Config, 'data'>

export interface Checked {
  manifest: Manifest
  /** SHA-256 of the original files that are not there, or not as they were. */
  missing: string[]
}

async function isWhole(path: string, bytes: number): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found?.size === bytes
}

async function isUnchanged(path: string, sha256: string): Promise<boolean> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash).catch(() => undefined)
  return hash.digest('hex') === sha256
}

/** The original files that a database speaks of and that are not there; `thorough` reads each. */
async function missingOriginals(place: Place, summary: CopySummary, thorough: boolean) {
  const missing: string[] = []
  for (const { sha256, bytes } of summary.originals) {
    const path = join(originalsOf(place), sha256)
    const sound = (await isWhole(path, bytes)) && (!thorough || (await isUnchanged(path, sha256)))
    if (!sound) missing.push(sha256)
  }
  return missing
}

const bad = (name: string, found: string) =>
  failed(
    'unusable',
    `备份 ${name} 不能使用（${found}），什么都没有改变；请选择另一份。 ` +
      `The backup ${name} cannot be used (${found}); nothing was changed. Choose another one.`,
  )

function faultIn(summary: CopySummary, manifest: Manifest): string | null {
  if (summary.sha256 !== manifest.sha256) return 'its bytes are not those that were written'
  if (summary.fault !== null) return summary.fault
  return summary.audit.head === manifest.audit.head ? null : 'its audit log has another end'
}

/** Reads a backup to its end and holds it against what it says of itself. */
export async function checkBackup(
  place: Place,
  name: string,
  { known, thorough = false }: { known: number; thorough?: boolean },
): Promise<Outcome<Checked>> {
  const manifest = await readManifest(place, name)
  if (manifest === null) {
    return failed('not-found', `没有名为 ${name} 的备份。 There is no backup named ${name}.`)
  }
  if (manifest.schema > known) return bad(name, 'a newer version of permu wrote it')
  try {
    const summary = await inspectCopy(join(folderOf(place, name), DATABASE))
    const fault = faultIn(summary, manifest)
    if (fault !== null) return bad(name, fault)
    return done({ manifest, missing: await missingOriginals(place, summary, thorough) })
  } catch (error) {
    return bad(name, error instanceof Error ? error.message : String(error))
  }
}
