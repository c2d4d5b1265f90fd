import { createHash } from 'node:crypto'
import type { audit } from '../database/schema.ts'

export type Entry = typeof audit.$inferSelect

/** What the first entry has for the hash of the one before. */
export const BEGINNING = '0'.repeat(64)

/** Everything of an entry but its hash as one text: the keys in order, no spaces. */
function canonical({ hash: _, ...content }: Omit<Entry, 'hash'> & { hash?: string }): string {
  const keys = Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify(Object.fromEntries(keys))
}

/** The SHA-256 by which the next entry holds on to this one. */
export const hashOf = (content: Omit<Entry, 'hash'>): string =>
  createHash('sha256').update(canonical(content)).digest('hex')
