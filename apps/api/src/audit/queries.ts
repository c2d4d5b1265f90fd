import { and, asc, desc, eq, gte, lt, sql } from '#dialect'
import { audit } from '../database/schema.ts'
import type { Db } from '../database/store.ts'
import { WORKSPACE } from '../database/workspace.ts'
import { BEGINNING, type Entry } from './entry.ts'

/** The newest entry's number and hash; of an empty log 0 and the beginning. */
export async function auditHead(db: Db): Promise<Pick<Entry, 'seq' | 'hash'>> {
  const rows = await db
    .select({ seq: audit.seq, hash: audit.hash })
    .from(audit)
    .where(eq(audit.workspace, WORKSPACE))
    .orderBy(desc(audit.seq))
    .limit(1)
  return rows[0] ?? { seq: 0, hash: BEGINNING }
}

export const insertEntry = async (db: Db, entry: Entry) => {
  await db.insert(audit).values(entry)
}

/** Oldest first, from one number on. */
export async function entriesFrom(db: Db, seq: number, limit: number): Promise<Entry[]> {
  return db
    .select()
    .from(audit)
    .where(and(eq(audit.workspace, WORKSPACE), gte(audit.seq, seq)))
    .orderBy(asc(audit.seq))
    .limit(limit)
}

export interface AuditPage {
  limit: number
  before?: number | undefined
  person?: string | undefined
  action?: string | undefined
}

/** Newest first. */
export async function listEntries(db: Db, page: AuditPage): Promise<Entry[]> {
  const { limit, before, person, action } = page
  return db
    .select()
    .from(audit)
    .where(
      and(
        eq(audit.workspace, WORKSPACE),
        before === undefined ? undefined : lt(audit.seq, before),
        person === undefined ? undefined : eq(audit.actor, person),
        action === undefined ? undefined : eq(audit.action, action),
      ),
    )
    .orderBy(desc(audit.seq))
    .limit(limit)
}

/** The actions that occur, for a choice among them. */
export async function actionsKnown(db: Db): Promise<string[]> {
  const rows = await db
    .selectDistinct({ action: audit.action })
    .from(audit)
    .where(eq(audit.workspace, WORKSPACE))
    .orderBy(sql`1`)
  return rows.map(({ action }) => action)
}
