import { and, asc, desc, eq, inArray, lt } from '#dialect'
import { changes, uploads } from '../database/schema.ts'
import { WORKSPACE, type Db } from '../database/store.ts'
import { dataVersion } from '../data/queries.ts'
import { bumpDataVersion } from '../uploads/queries.ts'

export type ChangeRow = typeof changes.$inferSelect
type NewChange = Pick<ChangeRow, 'at' | 'by' | 'kind'> &
  Partial<Pick<ChangeRow, 'upload' | 'counts' | 'note'>>

/** Makes the next data version and says what made it; belongs into the transaction of the change. */
export async function recordChange(db: Db, change: NewChange): Promise<void> {
  await bumpDataVersion(db)
  await db.insert(changes).values({
    workspace: WORKSPACE,
    version: await dataVersion(db),
    ...change,
  })
}

/** Newest first, with the name of the upload that each is about. */
export async function listChanges(db: Db, page: { limit: number; before?: number | undefined }) {
  const before = page.before === undefined ? undefined : lt(changes.version, page.before)
  return db
    .select({ change: changes, name: uploads.name })
    .from(changes)
    .leftJoin(
      uploads,
      and(eq(uploads.workspace, changes.workspace), eq(uploads.id, changes.upload)),
    )
    .where(and(eq(changes.workspace, WORKSPACE), before))
    .orderBy(desc(changes.version))
    .limit(page.limit)
}

/** What happened to layers up to a version, that one included, oldest first. */
export async function layerChanges(db: Db, version: number) {
  return db
    .select({ kind: changes.kind, upload: changes.upload, version: changes.version })
    .from(changes)
    .where(
      and(
        eq(changes.workspace, WORKSPACE),
        lt(changes.version, version + 1),
        inArray(changes.kind, ['commit', 'withdraw', 'restore']),
      ),
    )
    .orderBy(asc(changes.version))
}

/** The data version that an upload's commit made; null where it never was committed. */
export async function commitVersion(db: Db, upload: string): Promise<number | null> {
  const rows = await db
    .select({ version: changes.version })
    .from(changes)
    .where(
      and(eq(changes.workspace, WORKSPACE), eq(changes.upload, upload), eq(changes.kind, 'commit')),
    )
  return rows[0]?.version ?? null
}
