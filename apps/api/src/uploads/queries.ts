import { and, asc, between, desc, eq, gte, inArray, lt, max, notInArray, sql } from '#dialect'
import {
  blocks,
  fields,
  problems,
  projects,
  projectValues,
  uploads,
  uploadZones,
  workspaces,
  zones,
} from '../database/schema.ts'
import { insertLarge, insertMany, updateMany, WORKSPACE, type Db } from '../database/store.ts'
import { unpack, type PackedBlock } from '../data/pack.ts'
import { isStopped } from './policy.ts'

export type UploadRow = typeof uploads.$inferSelect
export type ProblemRow = typeof problems.$inferSelect
export type UploadZoneRow = typeof uploadZones.$inferSelect
export type BlockRow = typeof blocks.$inferInsert

const theUpload = (id: string) => and(eq(uploads.workspace, WORKSPACE), eq(uploads.id, id))

export async function findUpload(db: Db, id: string): Promise<UploadRow | null> {
  const rows = await db.select().from(uploads).where(theUpload(id))
  return rows[0] ?? null
}

/** Uploads of exactly these bytes that count, are on their way, or wait for a person. */
export async function findSameBytes(db: Db, sha256: string): Promise<UploadRow[]> {
  return db
    .select()
    .from(uploads)
    .where(
      and(
        eq(uploads.workspace, WORKSPACE),
        eq(uploads.sha256, sha256),
        inArray(uploads.status, ['committed', 'pending', 'reading', 'ready']),
      ),
    )
}

/** Whether any upload stands for these bytes. */
export async function isKept(db: Db, sha256: string): Promise<boolean> {
  const found = db.select({ id: uploads.id }).from(uploads).where(eq(uploads.sha256, sha256))
  return (await found.limit(1)).length > 0
}

/** Newest first; ids grow with time. */
export async function listUploads(db: Db, page: { limit: number; before?: string | undefined }) {
  const before = page.before === undefined ? undefined : lt(uploads.id, page.before)
  return db
    .select()
    .from(uploads)
    .where(and(eq(uploads.workspace, WORKSPACE), before))
    .orderBy(desc(uploads.id))
    .limit(page.limit)
}

export const insertUpload = async (db: Db, row: UploadRow) => {
  await db.insert(uploads).values(row)
}

export async function updateUpload(db: Db, id: string, change: Partial<UploadRow>) {
  await db.update(uploads).set(change).where(theUpload(id))
}

/** Whether any file waits to be read, or is being read. */
export async function isAnyOpen(db: Db): Promise<boolean> {
  const open = inArray(uploads.status, ['pending', 'reading'])
  const rows = await db.select({ id: uploads.id }).from(uploads).where(open).limit(1)
  return rows.length > 0
}

/** Uploads that a process may have left on their way; those that wait for a person are not. */
export async function unfinishedUploads(db: Db): Promise<UploadRow[]> {
  const rows = await db
    .select()
    .from(uploads)
    .where(
      and(
        eq(uploads.workspace, WORKSPACE),
        inArray(uploads.status, ['pending', 'reading', 'ready']),
      ),
    )
  return rows.filter((row) => row.status !== 'ready' || (row.mode === 'commit' && !isStopped(row)))
}

export async function sampleUploads(db: Db, sampleId: string): Promise<UploadRow[]> {
  return db
    .select()
    .from(uploads)
    .where(
      and(
        eq(uploads.workspace, WORKSPACE),
        eq(uploads.sampleId, sampleId),
        eq(uploads.status, 'committed'),
      ),
    )
}

export const insertBlock = (db: Db, row: BlockRow) => insertLarge(db, blocks, row)

export const insertProblems = (db: Db, rows: readonly ProblemRow[]) =>
  insertMany(db, problems, rows)

export const insertUploadZones = (db: Db, rows: readonly UploadZoneRow[]) =>
  insertMany(db, uploadZones, rows)

/** Takes away what an earlier reading of the same upload had put in place. */
export async function clearReading(db: Db, id: string) {
  await db.delete(blocks).where(and(eq(blocks.workspace, WORKSPACE), eq(blocks.upload, id)))
  await db.delete(problems).where(and(eq(problems.workspace, WORKSPACE), eq(problems.upload, id)))
  await db.delete(projects).where(and(eq(projects.workspace, WORKSPACE), eq(projects.upload, id)))
  await db
    .delete(projectValues)
    .where(and(eq(projectValues.workspace, WORKSPACE), eq(projectValues.upload, id)))
  await db
    .delete(uploadZones)
    .where(and(eq(uploadZones.workspace, WORKSPACE), eq(uploadZones.upload, id)))
}

/** Takes away what was staged for uploads that a stopped process had not finished receiving. */
export async function clearStrays(db: Db) {
  const known = db.select({ id: uploads.id }).from(uploads)
  await db.delete(blocks).where(notInArray(blocks.upload, known))
  await db.delete(problems).where(notInArray(problems.upload, known))
}

export async function problemsOf(db: Db, id: string, limit: number): Promise<ProblemRow[]> {
  return db
    .select()
    .from(problems)
    .where(and(eq(problems.workspace, WORKSPACE), eq(problems.upload, id)))
    .orderBy(asc(problems.seq))
    .limit(limit)
}

/** The problems of some rows of a file, in the order of rows. */
export async function problemsOfRows(
  db: Db,
  id: string,
  rows: { from: number; to: number },
): Promise<ProblemRow[]> {
  return db
    .select()
    .from(problems)
    .where(
      and(
        eq(problems.workspace, WORKSPACE),
        eq(problems.upload, id),
        between(problems.row, rows.from, rows.to),
      ),
    )
    .orderBy(asc(problems.row), asc(problems.seq))
}

/** The rows that have a problem, from one row on. */
export async function rowsWithProblems(
  db: Db,
  id: string,
  page: { from: number; limit: number },
): Promise<number[]> {
  const found = await db
    .selectDistinct({ row: problems.row })
    .from(problems)
    .where(
      and(eq(problems.workspace, WORKSPACE), eq(problems.upload, id), gte(problems.row, page.from)),
    )
    .orderBy(asc(problems.row))
    .limit(page.limit)
  return found.flatMap(({ row }) => (row === null ? [] : [row]))
}

/** The number that the next problem of an upload gets. */
export async function nextProblem(db: Db, id: string): Promise<number> {
  const rows = await db
    .select({ top: max(problems.seq) })
    .from(problems)
    .where(and(eq(problems.workspace, WORKSPACE), eq(problems.upload, id)))
  return (rows[0]?.top ?? -1) + 1
}

export async function zonesOfUpload(db: Db, id: string): Promise<UploadZoneRow[]> {
  return db
    .select()
    .from(uploadZones)
    .where(and(eq(uploadZones.workspace, WORKSPACE), eq(uploadZones.upload, id)))
    .orderBy(asc(uploadZones.local))
}

export async function blockNumbers(db: Db, id: string) {
  return db
    .select({ block: blocks.block, period: blocks.period })
    .from(blocks)
    .where(and(eq(blocks.workspace, WORKSPACE), eq(blocks.upload, id)))
    .orderBy(asc(blocks.period), asc(blocks.block))
}

export async function oneBlock(db: Db, id: string, block: number): Promise<PackedBlock | null> {
  const rows = await db
    .select()
    .from(blocks)
    .where(and(eq(blocks.workspace, WORKSPACE), eq(blocks.upload, id), eq(blocks.block, block)))
  return rows[0] ? unpack(rows[0]) : null
}

export async function nextLayer(db: Db): Promise<number> {
  const rows = await db
    .select({ top: max(uploads.layer) })
    .from(uploads)
    .where(eq(uploads.workspace, WORKSPACE))
  return (rows[0]?.top ?? 0) + 1
}

export async function bumpDataVersion(db: Db) {
  await db
    .update(workspaces)
    .set({ dataVersion: sql`${workspaces.dataVersion} + 1` })
    .where(eq(workspaces.id, WORKSPACE))
}

export const insertZones = (db: Db, rows: readonly (typeof zones.$inferInsert)[]) =>
  insertMany(db, zones, rows)

export const insertField = async (db: Db, row: typeof fields.$inferInsert) => {
  await db.insert(fields).values(row).onConflictDoNothing()
}

/** Says which zone each zone of a file is; `rows` are those of the upload. */
export async function assignZones(
  db: Db,
  rows: readonly UploadZoneRow[],
  zoneOf: ReadonlyMap<number, string>,
) {
  const changed = rows.flatMap(({ workspace, upload, local, zone }) => {
    const found = zoneOf.get(local) ?? null
    return found === zone ? [] : [{ set: { zone: found }, where: { workspace, upload, local } }]
  })
  await updateMany(db, uploadZones, changed)
}
