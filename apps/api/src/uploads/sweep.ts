import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Store } from '../database/store.ts'
import { keptHashes } from './queries.ts'

const KEPT = /^([0-9a-f]{64})(?:\.\d+\.csv)?$/u

/**
 * Takes away what a process that was stopped left of files that were never acknowledged; belongs
 * before the first request, for a file that is just arriving looks the same.
 */
export async function sweepFiles(store: Store, folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  const known = new Set(await keptHashes(store.read))
  const strays = names.filter((name) => !known.has(KEPT.exec(name)?.[1] ?? ''))
  for (const name of strays) await rm(join(folder, name), { force: true })
}
