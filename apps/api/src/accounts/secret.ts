import { randomBytes } from 'node:crypto'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Secrets that the server makes for itself: files in the data folder that only its owner reads. */

const OWNER_ONLY = 0o600

/** What stands in a secret file, which is made by chance where there is none. */
export function keepSecret(folder: string, name: string): string {
  const path = join(folder, name)
  try {
    writeFileSync(path, `${randomBytes(32).toString('base64url')}\n`, {
      flag: 'wx',
      mode: OWNER_ONLY,
      flush: true,
    })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    chmodSync(path, OWNER_ONLY)
  }
  return readFileSync(path, 'utf8').trim()
}
