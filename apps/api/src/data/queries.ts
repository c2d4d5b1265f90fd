import { and, asc, eq, inArray, isNotNull } from '#dialect'
import type { Plan } from '@permu/intake'
import { blocks, fields, uploads, uploadZones, workspaces } from '../database/schema.ts'
import { selectMany, WORKSPACE, type Db } from '../database/store.ts'
import type { SampleKind } from '../database/vocabulary.ts'
import { unpack, type PackedBlock } from './pack.ts'

export interface Layer {
  id: string
  name: string
  sha256: string
  by: string
  committedAt: string | null
  sample: SampleKind | null
  sampleId: string | null
  plan: Plan
  periods: string[]
}

export async function dataVersion(db: Db): Promise<number> {
  const rows = await db
    .select({ version: workspaces.dataVersion })
    .from(workspaces)
    .where(eq(workspaces.id, WORKSPACE))
  return rows[0]?.version ?? 0
}

/** The layers that count, oldest first. */
export async function liveLayers(db: Db): Promise<Layer[]> {
  return layersWhere(db, eq(uploads.status, 'committed'))
}

/** Layers by id, whether they count or not, oldest first. */
export async function layersById(db: Db, ids: readonly string[]): Promise<Layer[]> {
  return ids.length === 0 ? [] : layersWhere(db, inArray(uploads.id, [...ids]))
}

async function layersWhere(db: Db, condition: ReturnType<typeof eq>): Promise<Layer[]> {
  const rows = await db
    .select()
    .from(uploads)
    .where(and(eq(uploads.workspace, WORKSPACE), isNotNull(uploads.layer), condition))
    .orderBy(asc(uploads.layer))
  return rows.flatMap(({ plan, ...row }) => (plan === null ? [] : [{ ...row, plan }]))
}

/** A zone by its number in a layer, and what that says of it. */
export type SeenInLayer = Pick<typeof uploadZones.$inferSelect, 'local' | 'zone' | 'attributes'>

/** The zones of a layer, in the order of its rows. */
export const zonesOfLayer = (db: Db, { id }: Pick<Layer, 'id'>): Promise<SeenInLayer[]> =>
  selectMany(db, uploadZones, {
    columns: ['local', 'zone', 'attributes'],
    where: { workspace: WORKSPACE, upload: id },
    order: ['local'],
  })

export const customFields = async (db: Db) =>
  db.select().from(fields).where(eq(fields.workspace, WORKSPACE))

/** The blocks of some uploads for one period, in no order that matters. */
export async function blocksOf(
  db: Db,
  period: string,
  ids: readonly string[],
): Promise<PackedBlock[]> {
  if (ids.length === 0) return []
  const rows = await db
    .select()
    .from(blocks)
    .where(
      and(
        eq(blocks.workspace, WORKSPACE),
        eq(blocks.period, period),
        inArray(blocks.upload, [...ids]),
      ),
    )
    .orderBy(asc(blocks.block))
  return rows.map(unpack)
}
