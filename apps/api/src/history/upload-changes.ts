import { setImmediate } from 'node:timers/promises'
import type { Slot } from '@permu/intake'
import type { CellChange, CellChangePage } from '../contract.ts'
import type { PackedBlock } from '../data/pack.ts'
import {
  covers,
  reasonName,
  SILENT,
  unitStepOf,
  type PeriodTable,
  type SourcedColumn,
} from '../data/period-table.ts'
import type { Snapshot } from '../data/snapshots.ts'
import type { Db } from '../database/store.ts'
import type { Deps } from '../env.ts'
import { done, failed, type Outcome } from '../problem.ts'
import { columnFor } from '../trace/cell.ts'
import { blockNumbers, oneBlock, zonesOfUpload, type UploadRow } from '../uploads/queries.ts'
import { matchZones, zoneChoices } from '../zones/match.ts'
import { hasNumber, nameOfField, noCounts, present, type Counts, type Kind } from './cells.ts'
import { commitVersion } from './queries.ts'
import { stateAt } from './states.ts'

/** What a file adds to the data below it and changes in them, cell by cell. */

interface FileZone {
  id: string | null
  name: string
  /** Index into the base; -1 where the base does not have it. */
  at: number
}

interface Comparison {
  upload: UploadRow
  base: Snapshot
  zones: FileZone[]
}

interface SlotAgainst {
  slot: Slot
  column: SourcedColumn | null
  step: ReturnType<typeof unitStepOf>
  unit: string | null
}

function slotAgainst({ base }: Comparison, slot: Slot, table: PeriodTable | null): SlotAgainst {
  const column = table?.columns.get(slot.field.id) ?? null
  const known = base.fields.get(slot.field.id)
  if (!known?.hasData) return { slot, column, step: (value) => value, unit: slot.unit }
  return { slot, column, step: unitStepOf(slot.unit, known.unit), unit: known.unit?.id ?? null }
}

interface Cell {
  zone: FileZone
  value: number
  reason: number
}

/** How a cell of the file stands to the base; null where it says nothing. */
function kindOf({ column, step }: SlotAgainst, { zone, value, reason }: Cell): Kind | null {
  const had = hasNumber(column, zone.at)
  if (reason !== 0) return reason !== SILENT && had && covers(reason) ? 'removed' : null
  if (!had) return 'added'
  return typeof step !== 'string' && column?.values[zone.at] === step(value) ? 'same' : 'changed'
}

function toOf({ step }: SlotAgainst, { value, reason }: Cell): CellChange['to'] {
  if (reason !== 0) return { value: null, reason: reasonName(reason) }
  return typeof step === 'string'
    ? { value: null, reason: step }
    : { value: step(value), reason: null }
}

interface Visited {
  kind: Kind
  cell: Cell
  against: SlotAgainst
  row: number
  /** The cell's number within its block, row by row. */
  position: number
}

type Visit = (visited: Visited) => boolean

const NOWHERE: FileZone = { id: null, name: '', at: -1 }

function cellAt(block: PackedBlock, zones: readonly FileZone[], at: { i: number; slot: number }) {
  const offset = at.slot * block.count + at.i
  return {
    zone: zones[block.zones[at.i] ?? -1] ?? NOWHERE,
    value: block.values[offset] ?? Number.NaN,
    reason: block.reasons[offset] ?? SILENT,
  }
}

/** Shows the cells of a block, row by row, from a position; false where the visitor has enough. */
function visitBlock(
  { block, slots, zones }: { block: PackedBlock; slots: (SlotAgainst | null)[]; zones: FileZone[] },
  from: number,
  visit: Visit,
): boolean {
  const width = slots.length
  for (let position = from; position < block.count * width; position++) {
    const i = Math.floor(position / width)
    const slot = position % width
    const against = slots[slot] ?? null
    if (against === null) continue
    const cell = cellAt(block, zones, { i, slot })
    const kind = kindOf(against, cell)
    if (kind === null) continue
    if (!visit({ kind, cell, against, row: block.rows[i] ?? 0, position })) return false
  }
  return true
}

interface Place {
  block: number
  position: number
}

async function scan(
  db: Db,
  comparison: Comparison,
  at: { from: Place; visit: (visited: Visited, block: PackedBlock, number: number) => boolean },
) {
  const { upload, base } = comparison
  const numbers = await blockNumbers(db, upload.id)
  for (let n = at.from.block; n < numbers.length; n++) {
    const { block: number, period } = numbers[n] ?? { block: -1, period: '' }
    const block = await oneBlock(db, upload.id, number)
    if (block === null) continue
    const table = base.periods.includes(period) ? await base.table(period) : null
    const slots = [...block.slots].map((which) => {
      const slot = upload.plan?.slots[which]
      return slot ? slotAgainst(comparison, slot, table) : null
    })
    const from = n === at.from.block ? at.from.position : 0
    const parts = { block, slots, zones: comparison.zones }
    if (!visitBlock(parts, from, (visited) => at.visit(visited, block, n))) return
    await setImmediate()
  }
}

function toChange(comparison: Comparison, visited: Visited, period: string): CellChange {
  const { upload, base } = comparison
  const { kind, cell, against, row } = visited
  const { id, name } = against.slot.field
  const place = { field: id, period, zones: [cell.zone.name] }
  const column = upload.plan ? columnFor(upload.plan, place) : null
  return {
    kind,
    zone: { id: cell.zone.id, name: cell.zone.name },
    period,
    field: { id, name: nameOfField(base, id, name) },
    unit: against.unit,
    from: present(against.column, cell.zone.at),
    to: toOf(against, cell),
    row,
    column: column?.index ?? null,
  }
}

const counted = new WeakMap<Snapshot, Map<string, Promise<Counts>>>()

async function count(db: Db, comparison: Comparison): Promise<Counts> {
  const counts = noCounts()
  await scan(db, comparison, {
    from: { block: 0, position: 0 },
    visit: ({ kind }) => {
      counts[kind]++
      return true
    },
  })
  return counts
}

/** The counts of a file against a state of the data; found once for all its pages. */
function countsOf(db: Db, comparison: Comparison): Promise<Counts> {
  const { base, upload } = comparison
  const known = counted.get(base) ?? new Map<string, Promise<Counts>>()
  counted.set(base, known)
  const key = `${upload.id} ${JSON.stringify(upload.reading)}`
  const counts = known.get(key) ?? count(db, comparison)
  known.set(key, counts)
  return counts
}

function parseCursor(cursor: string | undefined): Place | null {
  const match = /^(\d{1,9})\.(\d{1,12})$/u.exec(cursor ?? '0.0')
  return match ? { block: Number(match[1]), position: Number(match[2]) } : null
}

async function zonesOf(db: Db, upload: UploadRow, base: Snapshot): Promise<FileZone[]> {
  const seen = await zonesOfUpload(db, upload.id)
  if (upload.layer === null) {
    const matches = await matchZones(db, seen, zoneChoices(upload))
    return matches.map(({ id, name, by }) => {
      return { id: by === 'new' ? null : id, name, at: base.zoneIndex.get(id) ?? -1 }
    })
  }
  const { directory } = base
  return seen.map(({ zone, name }) => {
    const id = directory.canonical(zone ?? '')
    const at = base.zoneIndex.get(id) ?? -1
    return { id, name: directory.zones.get(id)?.name ?? name, at }
  })
}

/** The data that a file is compared with: as they are, or as they were when it was committed. */
async function baseOf(deps: Deps, upload: UploadRow): Promise<Outcome<Snapshot>> {
  if (upload.layer !== null) {
    const version = await commitVersion(deps.store.read, upload.id)
    return done(await stateAt(deps, (version ?? 1) - 1))
  }
  if (upload.status === 'ready') return done(await deps.snapshots.current())
  return failed('conflict', `An upload that is “${upload.status}” changes nothing.`)
}

export interface ChangesQuery {
  kind?: Kind | undefined
  limit?: number | undefined
  cursor?: string | undefined
}

/** One page of what a file adds, changes and leaves, by cell. */
export async function uploadChanges(
  deps: Deps,
  upload: UploadRow,
  query: ChangesQuery,
): Promise<Outcome<CellChangePage>> {
  const from = parseCursor(query.cursor)
  if (from === null) return failed('invalid', 'The cursor is not one of ours.')
  const base = await baseOf(deps, upload)
  if (!base.ok) return base
  const { store } = deps
  const zones = await zonesOf(store.read, upload, base.value)
  const comparison: Comparison = { upload, base: base.value, zones }
  const limit = query.limit ?? 100
  const items: CellChange[] = []
  let next: string | null = null
  await scan(store.read, comparison, {
    from,
    visit: (visited, block, number) => {
      if (query.kind !== undefined && visited.kind !== query.kind) return true
      if (items.length === limit) next = `${String(number)}.${String(visited.position)}`
      else items.push(toChange(comparison, visited, block.period))
      return next === null
    },
  })
  return done({ counts: await countsOf(store.read, comparison), items, next })
}
