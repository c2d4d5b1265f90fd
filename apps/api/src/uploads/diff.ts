import { setImmediate } from 'node:timers/promises'
import { parseUnit } from '@permu/metrics'
import type { Db } from '../database/store.ts'
import type { PackedBlock } from '../data/pack.ts'
import { unitStep, type PeriodTable } from '../data/period-table.ts'
import type { Snapshot } from '../data/snapshots.ts'
import { blockNumbers, oneBlock, zonesOfUpload, type UploadRow } from './queries.ts'
import { matchZones } from './zones.ts'

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

function compareSlot(
  difference: Difference,
  block: PackedBlock,
  at: { slot: number; comparison: Comparison; table: PeriodTable | null },
) {
  const { snapshot, upload, zones } = at.comparison
  const described = upload.plan?.slots[block.slots[at.slot] ?? -1]
  const column = described && at.table?.columns.get(described.field.id)
  const from = described?.unit ? parseUnit(described.unit) : null
  const to = described ? (snapshot.fields.get(described.field.id)?.unit ?? null) : null
  const step = column ? unitStep(from, to) : 'unit-unknown'
  for (let i = 0; i < block.count; i++) {
    const offset = at.slot * block.count + i
    if (block.reasons[offset] !== 0) continue
    const zone = zones[block.zones[i] ?? -1] ?? -1
    const known = column && zone !== -1 && column.reasons[zone] === 0
    const value = typeof step === 'string' ? Number.NaN : step(block.values[offset] ?? Number.NaN)
    if (!known) difference.added++
    else if (column.values[zone] === value) difference.same++
    else difference.changed++
  }
}

/** What a file that was read would add to the data and change in them. */
export async function differenceOf(
  db: Db,
  upload: UploadRow,
  snapshot: Snapshot,
): Promise<Difference & { zonesAdded: number }> {
  const matches = await matchZones(db, await zonesOfUpload(db, upload.id))
  const zones = Int32Array.from(matches, (m) => snapshot.zoneIndex.get(m.id) ?? -1)
  const zonesAdded = new Set(matches.flatMap((m) => (snapshot.zoneIndex.has(m.id) ? [] : [m.id])))
  const difference: Difference = { added: 0, changed: 0, same: 0 }
  const comparison = { upload, snapshot, zones }
  for (const { block: number, period } of await blockNumbers(db, upload.id)) {
    const block = await oneBlock(db, upload.id, number)
    const table = snapshot.periods.includes(period) ? await snapshot.table(period) : null
    block?.slots.forEach((_, slot) =>
      compareSlot(difference, block, { slot, comparison, table }),
    )
    await setImmediate()
  }
  return { ...difference, zonesAdded: zonesAdded.size }
}
