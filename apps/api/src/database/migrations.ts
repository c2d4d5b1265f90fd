import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Migrations that a version of the program knows. */
export function migrationsKnown(folder: string): number {
  const journal: unknown = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8'))
  return (journal as { entries: unknown[] }).entries.length
}
