import type { Plan, Problem, ZoneSeen } from '@permu/intake'
import { toBytes } from '../data/pack.ts'
import { WORKSPACE, type Db, type Store } from '../database/store.ts'
import { NO_COUNTS, type Counts } from '../database/vocabulary.ts'
import {
  clearReading,
  insertBlock,
  insertProblems,
  insertUploadZones,
  updateUpload,
  type BlockRow,
  type ProblemRow,
  type UploadZoneRow,
} from '../uploads/queries.ts'
import type { PackedRows } from './messages.ts'
import type { ReadingResult, Receiver } from './read-file.ts'

/** Blocks stored by one transaction. */
const BLOCKS_TOGETHER = 8

function toRow(upload: string, number: number, block: PackedRows): BlockRow {
  return {
    workspace: WORKSPACE,
    upload,
    block: number,
    period: block.period,
    count: block.count,
    slots: toBytes(block.slots),
    zones: toBytes(block.zones),
    rows: toBytes(block.rows),
    values: toBytes(block.values),
    reasons: block.reasons,
  }
}

function problemRow(upload: string, seq: number, p: Problem): ProblemRow {
  const { code, severity, row, column, header, text } = p
  const params = p.params ?? null
  const place = { row, column, header, text, byte: p.byte ?? null }
  return { workspace: WORKSPACE, upload, seq, code, severity, ...place, params }
}

function zoneRow(upload: string, local: number, zone: ZoneSeen): UploadZoneRow {
  const { name, row, attributes } = zone
  const code = zone.code ?? null
  return { workspace: WORKSPACE, upload, local, zone: null, name, code, row, attributes }
}

export interface Stage extends Receiver {
  /** Clears what an earlier reading left and says that reading has begun. */
  open(): Promise<void>
  /** Stores what is known only at the end. */
  close(plan: Plan, read: ReadingResult['read']): Promise<void>
}

interface End {
  plan: Plan
  read: ReadingResult['read']
  counts: Counts
}

async function storeEnd(db: Db, upload: string, { plan, read, counts }: End) {
  const zones = (read?.zones ?? []).map((zone, local) => zoneRow(upload, local, zone))
  await insertUploadZones(db, zones)
  const summary = read?.summary ?? null
  await updateUpload(db, upload, { plan, summary, periods: read?.periods ?? [], counts })
}

/**
 * Puts what comes out of the reading thread into the store. None of it counts before the upload is
 * committed, so it may go in piece by piece.
 */
export function createStage(
  store: Store,
  upload: string,
  progress: (p: { bytes: number; rows: number }) => void,
): Stage {
  const counts = { ...NO_COUNTS }
  let blocks: BlockRow[] = []
  let blockNumber = 0
  let seq = 0

  async function storeBlocks() {
    const rows = blocks
    blocks = []
    await store.write(async (db) => {
      for (const row of rows) await insertBlock(db, row)
    })
  }

  async function storeProblems(problems: readonly Problem[]) {
    const plural = { error: 'errors', warning: 'warnings', info: 'infos' } as const
    for (const p of problems) counts[plural[p.severity]]++
    const rows = problems.map((p) => problemRow(upload, seq++, p))
    await store.write((db) => insertProblems(db, rows))
  }

  return {
    progress: (bytes, rows) => progress({ bytes, rows }),
    open: () =>
      store.write(async (db) => {
        await clearReading(db, upload)
        await updateUpload(db, upload, { status: 'reading', counts })
      }),
    plan: (plan) => storeProblems(plan.problems),
    block: async (block) => {
      blocks.push(toRow(upload, blockNumber++, block))
      if (blocks.length >= BLOCKS_TOGETHER) await storeBlocks()
    },
    problems: async (problems, dropped) => {
      counts.errors += dropped
      await storeProblems(problems)
    },
    close: async (plan, read) => {
      await storeBlocks()
      await store.write((db) => storeEnd(db, upload, { plan, read, counts }))
    },
  }
}
