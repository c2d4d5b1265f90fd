import { setImmediate } from 'node:timers/promises'
import { scaleSlip, type PlanColumn } from '@permu/intake'
import { periodKind } from '@permu/metrics'
import type { FieldInfo } from '../data/catalogue.ts'
import type { Db } from '../database/store.ts'
import type { PackedBlock } from '../data/pack.ts'
import { unitStepOf, type PeriodTable } from '../data/period-table.ts'
import type { Snapshot } from '../data/snapshots.ts'
import { columnFor } from '../trace/cell.ts'
import { blockNumbers, oneBlock, type UploadRow } from './queries.ts'
import type { NewProblem } from './late-problems.ts'

/** Numbers that are off from what is stored by a power of ten: a unit that was lost on the way. */

export const SCALE_LIMIT = 1000

interface Neighbourhood {
  own: PeriodTable | null
  beside: PeriodTable[]
}

/** The tables of a period and of those next to it that are of its kind. */
async function around(snapshot: Snapshot, period: string): Promise<Neighbourhood> {
  const kind = periodKind(period)
  const all = [...new Set([...snapshot.periods, period])].sort()
  const alike = all.filter((p) => periodKind(p) === kind)
  const at = alike.indexOf(period)
  const near = [alike[at - 1], alike[at + 1]].filter((p) => p !== undefined)
  const known = (p: string) => snapshot.periods.includes(p)
  return {
    own: known(period) ? await snapshot.table(period) : null,
    beside: await Promise.all(near.filter(known).map((p) => snapshot.table(p))),
  }
}

function storedNumber(table: PeriodTable, field: string, zone: number): number | null {
  const column = table.columns.get(field)
  return column?.reasons[zone] === 0 ? (column.values[zone] ?? null) : null
}

/** What a new number is held against: the one it replaces, else the zone's next period. */
function expectedOf({ own, beside }: Neighbourhood, field: string, zone: number): number | null {
  const replaced = own === null ? null : storedNumber(own, field, zone)
  if (replaced !== null) return replaced
  for (const table of beside) {
    const value = storedNumber(table, field, zone)
    if (value !== null) return value
  }
  return null
}

interface Scan {
  upload: UploadRow
  snapshot: Snapshot
  /** The file's zone number → index into the snapshot; -1 for a new zone. */
  zones: Int32Array
}

const short = (value: number) => String(Number(value.toPrecision(12)))

interface Slotted {
  field: FieldInfo
  step: (value: number) => number
  place: Pick<NewProblem, 'column' | 'header'>
}

/** What a slot of the file is in the data; null where the data cannot be compared with it. */
function slotted({ upload, snapshot }: Scan, number: number, period: string): Slotted | null {
  const described = upload.plan?.slots[number]
  const field = described && snapshot.fields.get(described.field.id)
  if (!upload.plan || !described || !field?.hasData) return null
  const step = unitStepOf(described.unit, field.unit)
  if (typeof step === 'string') return null
  return { field, step, place: placeOf(columnFor(upload.plan, { field: field.id, period })) }
}

const placeOf = (column: PlanColumn | null): Slotted['place'] =>
  column ? { column: column.index, header: column.header } : { column: null, header: null }

function judge({ field, step, place }: Slotted, value: number, expected: number | null) {
  const factor = expected === null ? null : scaleSlip(expected, step(value))
  if (expected === null || factor === null) return null
  const params = { factor, field: field.name.zh, expected: short(expected) }
  return { code: 'scale-change' as const, ...place, text: short(value), params }
}

const zoneAt = ({ zones }: Scan, block: PackedBlock, i: number): number =>
  zones[block.zones[i] ?? -1] ?? -1

function checkSlot(scan: Scan, block: PackedBlock, at: { slot: number; near: Neighbourhood }) {
  const known = slotted(scan, block.slots[at.slot] ?? -1, block.period)
  if (known === null) return []
  const problems: NewProblem[] = []
  for (let i = 0; i < block.count; i++) {
    const offset = at.slot * block.count + i
    const zone = zoneAt(scan, block, i)
    if (zone === -1 || block.reasons[offset] !== 0) continue
    const expected = expectedOf(at.near, known.field.id, zone)
    const found = judge(known, block.values[offset] ?? Number.NaN, expected)
    if (found) problems.push({ ...found, row: block.rows[i] ?? null })
  }
  return problems
}

/** Warnings about numbers that do not sit well with stored ones, the first thousand. */
export async function scaleProblems(db: Db, scan: Scan): Promise<NewProblem[]> {
  if (scan.snapshot.periods.length === 0) return []
  const problems: NewProblem[] = []
  let near: Neighbourhood | null = null
  let period: string | null = null
  for (const found of await blockNumbers(db, scan.upload.id)) {
    if (near === null || period !== found.period) near = await around(scan.snapshot, found.period)
    period = found.period
    if (near.own === null && near.beside.length === 0) continue
    const block = await oneBlock(db, scan.upload.id, found.block)
    for (let slot = 0; block && slot < block.slots.length; slot++) {
      problems.push(...checkSlot(scan, block, { slot, near }))
    }
    if (problems.length >= SCALE_LIMIT) break
    await setImmediate()
  }
  return problems.slice(0, SCALE_LIMIT)
}
