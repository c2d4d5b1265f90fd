import { createHash } from 'node:crypto'
import type { Db } from '#dialect'
import type { Touched } from '../database/engine.ts'
import { WORKSPACE } from '../database/workspace.ts'
import { hashOf, type Entry } from './entry.ts'
import { auditHead, insertEntry } from './queries.ts'

/** Who does what, as far as it is known before it is done. */
export interface Acting {
  readonly actor: string
  readonly action: string
  /** Where it is not given, the first row that was changed. */
  readonly subject?: string | undefined
  readonly requestId: string | null
}

/** What a transaction has changed. */
export interface Effect {
  at: string
  touched: readonly Touched[]
  versions: { before: number; after: number }
}

type NewEntry = Pick<
  Entry,
  'at' | 'actor' | 'action' | 'subject' | 'requestId' | 'before' | 'after'
>

/** Adds an entry to the chain; belongs into the transaction of what it tells. */
export async function appendEntry(db: Db, entry: NewEntry): Promise<void> {
  const head = await auditHead(db)
  const content = { workspace: WORKSPACE, ...entry, seq: head.seq + 1, previous: head.hash }
  await insertEntry(db, { ...content, hash: hashOf(content) })
}

/** One hash for rows; null where none was there. */
function digest(rows: readonly Touched[], side: 'before' | 'after'): string | null {
  const states = rows.flatMap((row) => (row[side] === null ? [] : [[row.name, row.key, row[side]]]))
  if (states.length === 0) return null
  return createHash('sha256').update(JSON.stringify(states)).digest('hex')
}

/** Enters what a transaction has changed, with its data versions or the hashes of its rows; if anything. */
export async function appendEffect(db: Db, acting: Acting, effect: Effect): Promise<void> {
  const { at, versions } = effect
  const rows = effect.touched.filter((row) => row.before !== row.after)
  const isNewVersion = versions.before !== versions.after
  const [first] = rows
  if (first === undefined && !isNewVersion) return
  const { actor, action, requestId } = acting
  const subject = acting.subject ?? (first ? `${first.name}/${first.key}` : 'data')
  const before = isNewVersion ? `v${String(versions.before)}` : digest(rows, 'before')
  const after = isNewVersion ? `v${String(versions.after)}` : digest(rows, 'after')
  await appendEntry(db, { at, actor, action, subject, requestId, before, after })
}
