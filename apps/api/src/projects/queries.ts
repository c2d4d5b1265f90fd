import { and, asc, eq } from '#dialect'
import type { LedgerRow } from '@permu/intake'
import { projects, projectValues } from '../database/schema.ts'
import { insertMany, WORKSPACE, type Db } from '../database/store.ts'

export type ProjectRow = typeof projects.$inferSelect
export type ProjectValueRow = typeof projectValues.$inferSelect

/** Puts projects of a ledger in place as its reader finds them. */
export async function insertProjects(db: Db, upload: string, rows: readonly LedgerRow[]) {
  const place = { workspace: WORKSPACE, upload }
  await insertMany(
    db,
    projects,
    rows.map(({ row, zone, key }) => ({ ...place, row, local: zone, key })),
  )
  await insertMany(
    db,
    projectValues,
    rows.flatMap(({ row, cells }) => cells.map((cell) => ({ ...place, row, ...cell }))),
  )
}

/** The projects of one ledger, in the order of its rows. */
export async function projectsOf(db: Db, upload: string): Promise<ProjectRow[]> {
  return db
    .select()
    .from(projects)
    .where(and(eq(projects.workspace, WORKSPACE), eq(projects.upload, upload)))
    .orderBy(asc(projects.row))
}

/** What their cells say, in the order of rows and columns. */
export async function projectValuesOf(db: Db, upload: string): Promise<ProjectValueRow[]> {
  return db
    .select()
    .from(projectValues)
    .where(and(eq(projectValues.workspace, WORKSPACE), eq(projectValues.upload, upload)))
    .orderBy(asc(projectValues.row), asc(projectValues.column))
}
