import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

const UNFINISHED = /^incoming-|\.part$/u

/** Milliseconds without a byte: whoever was receiving it would have given up. */
const FORGOTTEN = 3_600_000

async function isForgotten(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found !== null && Date.now() - found.mtimeMs > FORGOTTEN
}

/**
 * Takes away what a process that was stopped left of files on their way; belongs before the first
 * request, for a file that is just arriving looks the same; where other processes share the folder, only
 * what nobody has written to for long. Whole files stay, also those that no upload stands for: backups
 * may need them.
 */
export async function sweepFiles(folder: string, { isShared }: { isShared: boolean }) {
  const names = await readdir(folder).catch((): string[] => [])
  for (const name of names.filter((one) => UNFINISHED.test(one))) {
    const path = join(folder, name)
    if (!isShared || (await isForgotten(path))) await rm(path, { force: true })
  }
}
