import { setImmediate } from 'node:timers/promises'
import type { AuditVerification } from '../contract.ts'
import type { Db } from '../database/store.ts'
import { BEGINNING, hashOf, type Entry } from './entry.ts'
import { auditHead, entriesFrom } from './queries.ts'

const TOGETHER = 500

/** A number and hash that an entry is known to have had. */
export interface Anchor {
  seq: number
  hash: string
}

function isSound({ hash, ...content }: Entry, before: Anchor): boolean {
  if (content.seq !== before.seq + 1 || content.previous !== before.hash) return false
  return hashOf(content) === hash
}

interface Walk {
  last: Anchor
  firstBroken: number | null
}

async function walk(db: Db, anchors: ReadonlyMap<number, string>): Promise<Walk> {
  let last: Anchor = { seq: 0, hash: BEGINNING }
  for (;;) {
    const entries = await entriesFrom(db, last.seq + 1, TOGETHER)
    for (const entry of entries) {
      const anchored = anchors.get(entry.seq) ?? entry.hash
      if (!isSound(entry, last) || anchored !== entry.hash) {
        return { last, firstBroken: last.seq + 1 }
      }
      last = { seq: entry.seq, hash: entry.hash }
    }
    if (entries.length < TOGETHER) return { last, firstBroken: null }
    await setImmediate()
  }
}

/**
 * Follows the chain from its beginning. An end that was cut off shows by the anchors: what backups know
 * of the log.
 */
export async function verifyAudit(
  db: Db,
  anchors: readonly Anchor[] = [],
): Promise<AuditVerification> {
  const { last, firstBroken } = await walk(db, new Map(anchors.map((a) => [a.seq, a.hash])))
  const head = await auditHead(db)
  const isCut = anchors.some(({ seq }) => seq > last.seq)
  const broken = firstBroken ?? (isCut ? last.seq + 1 : null)
  return { ok: broken === null, entries: head.seq, firstBroken: broken, head: head.hash }
}
