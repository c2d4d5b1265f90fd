import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

const HALF = /^incoming-|\.part$/u

/**
 * Takes away what a process that was stopped left of files that had not arrived; belongs before the
 * first request, for a file that is just arriving looks the same. What stands under its hash stays.
 */
export async function sweepFiles(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter((one) => HALF.test(one))) {
    await rm(join(folder, name), { force: true })
  }
}
