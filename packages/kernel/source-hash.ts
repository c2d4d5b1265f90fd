import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

const SOURCES = new URL('./assembly/', import.meta.url)

/** SHA-256 of all that the module is compiled from. */
export function sourceHash(): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(SOURCES).sort()) hash.update(readFileSync(new URL(name, SOURCES)))
  return hash.digest('hex')
}
