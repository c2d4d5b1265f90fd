import { count, eq } from '#dialect'
import { uploads } from '../database/schema.ts'
import { WORKSPACE, type Db } from '../database/store.ts'

/** How many uploads there are of each status. */
export async function uploadsByStatus(db: Db): Promise<Record<string, number>> {
  const rows = await db
    .select({ status: uploads.status, count: count() })
    .from(uploads)
    .where(eq(uploads.workspace, WORKSPACE))
    .groupBy(uploads.status)
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]))
}
