import { and, asc, eq, inArray, isNotNull } from '#dialect'
import type { Plan } from '@permu/intake'
import { blocks, fields, uploads, uploadZones, workspaces, zones } from '../database/schema.ts'
import { WORKSPACE, type Db } from '../database/store.ts'
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
  const rows = await db
    .select()
    .from(uploads)
    .where(
      and(
        eq(uploads.workspace, WORKSPACE),
        eq(uploads.status, 'committed'),
        isNotNull(uploads.layer),
      ),
    )
    .orderBy(asc(uploads.layer))
  return rows.flatMap(({ plan, ...row }) => (plan === null ? [] : [{ ...row, plan }]))
}

export async function zonesOfLayers(db: Db) {
  return db
    .select({ seen: uploadZones })
    .from(uploadZones)
    .innerJoin(
      uploads,
      and(eq(uploads.workspace, uploadZones.workspace), eq(uploads.id, uploadZones.upload)),
    )
    .where(and(eq(uploadZones.workspace, WORKSPACE), eq(uploads.status, 'committed')))
    .orderBy(asc(uploads.layer), asc(uploadZones.local))
}

export const allZones = async (db: Db) =>
  db.select().from(zones).where(eq(zones.workspace, WORKSPACE))

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
