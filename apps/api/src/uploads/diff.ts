import { setImmediate } from 'node:timers/promises'
import { parseUnit } from '@permu/metrics'
import type { Db } from '../database/store.ts'
import type { PackedBlock } from '../data/pack.ts'
import { unitStep, type PeriodTable, type SourcedColumn } from '../data/period-table.ts'
import type { Snapshot } from '../data/snapshots.ts'
import { ledgerDifference } from '../projects/difference.ts'
import { blockNumbers, oneBlock, type UploadRow } from './queries.ts'
import { stagedBlock } from './staged-blocks.ts'
import { matchedZones } from './staged-zones.ts'

export interface Difference {
  added: number
  changed: number
  same: number
}

interface Comparison {
  upload: UploadRow
  snapshot: Snapshot
  /** The file's zone number → index into the snapshot; -1 for a new zone. */
  zones: Int32Array
}

interface Against {
  /** The current numbers of the field; null where it has none in this period. */
  column: SourcedColumn | null
  step: ReturnType<typeof unitStep>
}

function against(comparison: Comparison, number: number, table: PeriodTable | null): Against {
  const { snapshot, upload } = comparison
  const described = upload.plan?.slots[number]
  const column = described ? (table?.columns.get(described.field.id) ?? null) : null
  if (!described || !column) return { column: null, step: 'unit-unknown' }
  const from = described.unit === null ? null : parseUnit(described.unit)
  return { column, step: unitStep(from, snapshot.fields.get(described.field.id)?.unit ?? null) }
}

function verdict({ column, step }: Against, zone: number, value: number): keyof Difference {
  if (!column || zone === -1 || column.reasons[zone] !== 0) return 'added'
  return typeof step !== 'string' && column.values[zone] === step(value) ? 'same' : 'changed'
}

function compareSlot(
  difference: Difference,
  block: PackedBlock,
  at: { slot: number; zones: Int32Array; current: Against },
) {
  for (let i = 0; i < block.count; i++) {
    const offset = at.slot * block.count + i
    if (block.reasons[offset] !== 0) continue
    const zone = at.zones[block.zones[i] ?? -1] ?? -1
    difference[verdict(at.current, zone, block.values[offset] ?? Number.NaN)]++
  }
}

/** How many values a block has, where it is known that its period and fields have none; else null. */
function allNew(comparison: Comparison, number: number, table: PeriodTable | null): number | null {
  const block = stagedBlock(comparison.upload.id, number)
  const known = (which: number) => against(comparison, which, table).column !== null
  if (block === null || block.slots.some(known)) return null
  return block.present
}

/** What a file that was read would add to the data and change in them. */
export async function differenceOf(
  db: Db,
  upload: UploadRow,
  snapshot: Snapshot,
): Promise<Difference & { zonesAdded: number }> {
  const { matches } = await matchedZones(db, upload)
  const zones = Int32Array.from(matches, (m) => snapshot.zoneIndex.get(m.id) ?? -1)
  const zonesAdded = new Set(matches.flatMap((m) => (snapshot.zoneIndex.has(m.id) ? [] : [m.id])))
  const difference: Difference = { added: 0, changed: 0, same: 0 }
  if (upload.plan?.ledger !== undefined) {
    const own = await ledgerDifference(db, { upload, snapshot, matches })
    return { ...own, zonesAdded: zonesAdded.size }
  }
  const comparison = { upload, snapshot, zones }
  for (const { block: number, period } of await blockNumbers(db, upload.id)) {
    const table = snapshot.periods.includes(period) ? await snapshot.table(period) : null
    const fresh = allNew(comparison, number, table)
    if (fresh !== null) {
      difference.added += fresh
      continue
    }
    await setImmediate()
    const block = await oneBlock(db, upload.id, number)
    block?.slots.forEach((which, slot) => {
      compareSlot(difference, block, { slot, zones, current: against(comparison, which, table) })
    })
  }
  return { ...difference, zonesAdded: zonesAdded.size }
}
