import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

const UNFINISHED = /^incoming-|\.part$/u

/**
 * Takes away what a process that was stopped left of files on their way; belongs before the first
 * request, for a file that is just arriving looks the same. Whole files stay, also those that no
 * upload stands for: backups may need them.
 */
export async function sweepFiles(folder: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => [])
  for (const name of names.filter((one) => UNFINISHED.test(one))) {
    await rm(join(folder, name), { force: true })
  }
}
