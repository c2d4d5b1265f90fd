import type { Plan, Problem, ZoneSeen } from '@permu/intake'
import { checksumOf, toBytes } from '../data/pack.ts'
import { insertProjects } from '../projects/queries.ts'
import { WORKSPACE, type Db, type Store } from '../database/store.ts'
import { NO_COUNTS, type Counts } from '../database/vocabulary.ts'
import {
  clearReading,
  insertBlocks,
  insertProblems,
  insertUploadZones,
  updateUpload,
  type BlockRow,
  type ProblemRow,
} from '../uploads/queries.ts'
import { rememberStaged, type StagedBlock } from '../uploads/staged-blocks.ts'
import { forgetZones, rememberZones } from '../uploads/staged-zones.ts'
import type { SeenZone } from '../zones/match.ts'
import { idOfKey, nameKey } from '../zones/name.ts'
import type { PackedRows } from './messages.ts'
import type { ReadingResult, Receiver } from './read-file.ts'

/** Blocks stored by one transaction. */
const BLOCKS_TOGETHER = 4
/** Problems of rows are numbered from here on, for those of the plan, which stand first, may come last. */
const ROW_PROBLEMS = 100_000

function toRow(upload: string, number: number, block: PackedRows): BlockRow {
  const row = {
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
  return { workspace: WORKSPACE, ...row, checksum: checksumOf(row) }
}

function problemRow(upload: string, seq: number, p: Problem): ProblemRow {
  const { code, severity, row, column, header, text } = p
  const params = p.params ?? null
  const place = { row, column, header, text, byte: p.byte ?? null }
  return { workspace: WORKSPACE, upload, seq, code, severity, ...place, params }
}

/** A zone as it is stored until the commit: under the id that it has if nobody knows it. */
function zoneRow(upload: string, local: number, zone: ZoneSeen): SeenZone {
  const { name, row, attributes } = zone
  const key = nameKey(name)
  const ownId = idOfKey(key)
  const place = { workspace: WORKSPACE, upload, local, zone: ownId }
  return { ...place, name, code: zone.code ?? null, row, attributes, key, ownId }
}

export interface Stage extends Receiver {
  /** Clears what an earlier reading left. */
  clear(): Promise<void>
  /** Stores what is known only at the end. */
  close(plan: Plan, read: ReadingResult['read']): Promise<void>
}

const PLURAL = { error: 'errors', warning: 'warnings', info: 'infos' } as const

/** Gives memory back at once: collecting it can wait until there is a hundred megabytes of it. */
function release({ buffer }: Uint8Array) {
  if (buffer instanceof ArrayBuffer) buffer.transfer(0)
}

function releaseRow({ slots, zones, rows, values, reasons }: BlockRow) {
  for (const bytes of [slots, zones, rows, values, reasons]) release(bytes)
}

function remember(upload: string, blocks: Map<number, StagedBlock>, zones: SeenZone[]) {
  rememberStaged(upload, blocks)
  rememberZones(upload, zones)
}

function clear(store: Store, upload: string) {
  forgetZones(upload)
  return store.stage((db) => clearReading(db, upload))
}

/** Shapes of blocks: a file of many blocks has few. */
function createShapes() {
  const known = new Map<string, readonly number[]>()
  return (slots: Int32Array): readonly number[] => {
    const key = slots.join()
    const shape = known.get(key) ?? [...slots]
    known.set(key, shape)
    return shape
  }
}

interface End {
  plan: Plan
  read: ReadingResult['read']
  counts: Counts
}

async function storeEnd(db: Db, upload: string, { plan, read, counts }: End) {
  const summary = read?.summary ?? null
  await updateUpload(db, upload, { plan, summary, periods: read?.periods ?? [], counts })
}

async function storeRows(store: Store, rows: readonly BlockRow[]) {
  await store.stage((db) => insertBlocks(db, rows))
  rows.forEach(releaseRow)
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
  const staged = new Map<number, StagedBlock>()
  const shapeOf = createShapes()
  const zonesSeen: SeenZone[] = []
  const next = { plan: 0, row: ROW_PROBLEMS }

  async function storeBlocks() {
    const rows = blocks
    blocks = []
    await storeRows(store, rows)
  }

  async function storeProblems(problems: readonly Problem[], number: () => number) {
    for (const p of problems) counts[PLURAL[p.severity]]++
    const rows = problems.map((p) => problemRow(upload, number(), p))
    await store.stage((db) => insertProblems(db, rows))
  }

  return {
    progress: (bytes, rows) => progress({ bytes, rows }),
    clear: () => clear(store, upload),
    plan: (plan) => storeProblems(plan.problems, () => next.plan++),
    zones: (from, zones) => {
      const rows = zones.map((zone, i) => zoneRow(upload, from + i, zone))
      for (const row of rows) zonesSeen.push(row)
      return store.stage((db) => insertUploadZones(db, rows))
    },
    block: async (block) => {
      staged.set(blockNumber, { slots: shapeOf(block.slots), present: block.present })
      blocks.push(toRow(upload, blockNumber++, block))
      if (blocks.length >= BLOCKS_TOGETHER) await storeBlocks()
    },
    projects: (rows) => store.stage((db) => insertProjects(db, upload, rows)),
    problems: async (problems, dropped) => {
      counts.errors += dropped
      await storeProblems(problems, () => next.row++)
    },
    close: async (plan, read) => {
      await storeBlocks()
      await store.flush()
      remember(upload, staged, zonesSeen)
      await store.write((db) => storeEnd(db, upload, { plan, read, counts }))
    },
  }
}
