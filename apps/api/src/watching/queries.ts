import { eq, sql } from '#dialect'
import { uploads } from '../database/schema.ts'
import { WORKSPACE, type Db } from '../database/store.ts'

/** How many migrations the database has seen. */
export async function migrationsDone(db: Db): Promise<number> {
  const rows = db.all<{ count: number }>(sql`select count(*) as count from __drizzle_migrations`)
  return rows[0]?.count ?? 0
}

/** How many uploads there are of each status. */
export async function uploadsByStatus(db: Db): Promise<Record<string, number>> {
  const rows = await db
    .select({ status: uploads.status, count: sql<number>`count(*)` })
    .from(uploads)
    .where(eq(uploads.workspace, WORKSPACE))
    .groupBy(uploads.status)
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]))
}
