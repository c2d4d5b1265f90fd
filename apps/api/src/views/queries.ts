import { and, desc, eq, isNotNull } from '#dialect'
import { views } from '../database/schema.ts'
import { WORKSPACE, type Db } from '../database/store.ts'

export type ViewRow = typeof views.$inferSelect

const one = (id: string) => and(eq(views.workspace, WORKSPACE), eq(views.id, id))

export async function viewRow(db: Db, id: string): Promise<ViewRow | null> {
  const rows = await db.select().from(views).where(one(id))
  return rows[0] ?? null
}

/** The views that have a name, the one changed last first. */
export const namedViews = async (db: Db): Promise<ViewRow[]> =>
  db
    .select()
    .from(views)
    .where(and(eq(views.workspace, WORKSPACE), isNotNull(views.name)))
    .orderBy(desc(views.changedAt), desc(views.id))

export async function insertView(db: Db, row: Omit<ViewRow, 'workspace'>): Promise<void> {
  await db.insert(views).values({ workspace: WORKSPACE, ...row })
}

export async function updateView(
  db: Db,
  id: string,
  change: Pick<ViewRow, 'name' | 'note' | 'changedAt'>,
): Promise<void> {
  await db.update(views).set(change).where(one(id))
}
