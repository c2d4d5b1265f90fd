import { and, asc, eq } from '#dialect'
import { mappings } from '../database/schema.ts'
import { WORKSPACE, type Db } from '../database/store.ts'

export type MappingRow = typeof mappings.$inferSelect

/** All versions of a mapping, oldest first. */
export const versionsOf = async (db: Db, id: string): Promise<MappingRow[]> =>
  db
    .select()
    .from(mappings)
    .where(and(eq(mappings.workspace, WORKSPACE), eq(mappings.id, id)))
    .orderBy(asc(mappings.version))

/** The newest version of each mapping that is not forgotten, by id. */
export async function liveMappings(db: Db): Promise<MappingRow[]> {
  const rows = await db
    .select()
    .from(mappings)
    .where(eq(mappings.workspace, WORKSPACE))
    .orderBy(asc(mappings.version))
  const newest = new Map(rows.map((row) => [row.id, row]))
  return [...newest.values()].filter(({ forgotten }) => forgotten === 0)
}

/** Adds a version after the newest one. */
export async function addVersion(
  db: Db,
  said: Pick<MappingRow, 'id' | 'at' | 'by' | 'content'> & { forgotten: 0 | 1 },
): Promise<MappingRow> {
  const version = ((await versionsOf(db, said.id)).at(-1)?.version ?? 0) + 1
  const row = { workspace: WORKSPACE, version, ...said }
  await db.insert(mappings).values(row)
  return row
}
