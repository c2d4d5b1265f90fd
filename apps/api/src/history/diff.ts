import { setImmediate } from 'node:timers/promises'
import type { CellChange, CellChangePage } from '../contract.ts'
import { comparePeriods } from '../data/catalogue.ts'
import { unitStep, type PeriodTable, type SourcedColumn } from '../data/period-table.ts'
import type { Snapshot } from '../data/snapshots.ts'
import type { Deps } from '../env.ts'
import { done, failed, type Outcome } from '../problem.ts'
import { columnFor } from '../trace/cell.ts'
import { hasNumber, nameOfField, noCounts, present, type Counts, type Kind } from './cells.ts'
import { stateAt } from './states.ts'

/** Two states of the data compared by cell. */

interface BothZones {
  id: string
  name: string
  before: number
  after: number
}

interface Pair {
  before: Snapshot
  after: Snapshot
  /** The periods that a layer which only one of them has is about. */
  periods: string[]
  zones: BothZones[]
}

function pairOf(before: Snapshot, after: Snapshot): Pair {
  const [old, now] = [
    new Set(before.layers.map((l) => l.id)),
    new Set(after.layers.map((l) => l.id)),
  ]
  const differing = [
    ...before.layers.filter(({ id }) => !now.has(id)),
    ...after.layers.filter(({ id }) => !old.has(id)),
  ]
  const periods = [...new Set(differing.flatMap((layer) => layer.periods))].sort(comparePeriods)
  const only = before.zones.filter(({ id }) => !after.zoneIndex.has(id))
  const zones = [...after.zones, ...only].map(({ id, name }) => ({
    id,
    name,
    before: before.zoneIndex.get(id) ?? -1,
    after: after.zoneIndex.get(id) ?? -1,
  }))
  return { before, after, periods, zones }
}

interface FieldPair {
  id: string
  old: SourcedColumn | null
  now: SourcedColumn | null
  /** From the old unit to the new one. */
  step: ReturnType<typeof unitStep>
}

const tableOf = (state: Snapshot, period: string): Promise<PeriodTable> | null =>
  state.periods.includes(period) ? state.table(period) : null

async function fieldPairs({ before, after }: Pair, period: string): Promise<FieldPair[]> {
  const [old, now] = [await tableOf(before, period), await tableOf(after, period)]
  const ids = new Set([...(now?.columns.keys() ?? []), ...(old?.columns.keys() ?? [])])
  return [...ids].map((id) => {
    const [was, is] = [old?.columns.get(id) ?? null, now?.columns.get(id) ?? null]
    const step = was && is ? unitStep(was.unit, is.unit) : (value: number) => value
    return { id, old: was, now: is, step }
  })
}

function kindOf({ old, now, step }: FieldPair, zone: BothZones): Kind | null {
  const [had, has] = [hasNumber(old, zone.before), hasNumber(now, zone.after)]
  if (!had || !has) return had ? 'removed' : has ? 'added' : null
  const value = old?.values[zone.before] ?? Number.NaN
  return typeof step !== 'string' && step(value) === now?.values[zone.after] ? 'same' : 'changed'
}

interface Place {
  period: number
  field: number
  zone: number
}

interface Visited {
  kind: Kind
  field: FieldPair
  zone: BothZones
  place: Place
}

/** Shows the cells that have a number in one state or both, from a place. */
async function scan(pair: Pair, from: Place, visit: (visited: Visited) => boolean) {
  for (let period = from.period; period < pair.periods.length; period++) {
    const fields = await fieldPairs(pair, pair.periods[period] ?? '')
    const first = period === from.period
    for (let n = first ? from.field : 0; n < fields.length; n++) {
      const field = fields[n]
      const start = first && n === from.field ? from.zone : 0
      if (field && !visitField(pair.zones, field, { start, period, n, visit })) return
      await setImmediate()
    }
  }
}

function visitField(
  zones: readonly BothZones[],
  field: FieldPair,
  at: { start: number; period: number; n: number; visit: (visited: Visited) => boolean },
): boolean {
  for (let i = at.start; i < zones.length; i++) {
    const zone = zones[i]
    const kind = zone ? kindOf(field, zone) : null
    if (!zone || kind === null) continue
    const place = { period: at.period, field: at.n, zone: i }
    if (!at.visit({ kind, field, zone, place })) return false
  }
  return true
}

/** The old number in the unit that the new one has. */
function fromOf({ old, step }: FieldPair, zone: BothZones): CellChange['from'] {
  const found = present(old, zone.before)
  if (!found || found.value === null || typeof step === 'string') return found
  return { value: step(found.value), reason: null }
}

/** Where the number that counts now was written. */
function sourceOf({ after, periods }: Pair, { field, zone, place }: Visited) {
  const layer = after.layers[field.now?.layer[zone.after] ?? -1]
  if (zone.after === -1 || !layer) return { row: null, column: null }
  const period = periods[place.period] ?? ''
  const column = columnFor(layer.plan, { field: field.id, period, zones: [zone.name] })
  return { row: field.now?.row[zone.after] ?? null, column: column?.index ?? null }
}

function toChange(pair: Pair, visited: Visited): CellChange {
  const { kind, field, zone, place } = visited
  const known = pair.after.fields.has(field.id) ? pair.after : pair.before
  return {
    kind,
    zone: { id: zone.id, name: zone.name },
    period: pair.periods[place.period] ?? '',
    field: { id: field.id, name: nameOfField(known, field.id) },
    unit: (field.now ?? field.old)?.unit?.id ?? null,
    from: fromOf(field, zone),
    to: present(field.now, zone.after),
    ...sourceOf(pair, visited),
  }
}

const counted = new WeakMap<Snapshot, WeakMap<Snapshot, Promise<Counts>>>()

async function count(pair: Pair): Promise<Counts> {
  const counts = noCounts()
  await scan(pair, { period: 0, field: 0, zone: 0 }, ({ kind }) => {
    counts[kind]++
    return true
  })
  return counts
}

function countsOf(pair: Pair): Promise<Counts> {
  const known = counted.get(pair.after) ?? new WeakMap<Snapshot, Promise<Counts>>()
  counted.set(pair.after, known)
  const counts = known.get(pair.before) ?? count(pair)
  known.set(pair.before, counts)
  return counts
}

function parseCursor(cursor: string | undefined): Place | null {
  const match = /^(\d{1,9})\.(\d{1,9})\.(\d{1,9})$/u.exec(cursor ?? '0.0.0')
  return match
    ? { period: Number(match[1]), field: Number(match[2]), zone: Number(match[3]) }
    : null
}

export interface DiffQuery {
  from: number
  to?: number | undefined
  limit?: number | undefined
  cursor?: string | undefined
}

/** One page of the cells that differ between two data versions, by period, field and zone. */
export async function diffStates(deps: Deps, query: DiffQuery): Promise<Outcome<CellChangePage>> {
  const newest = await deps.snapshots.version()
  const { from, to = newest, limit = 100 } = query
  const errors = Object.entries({ from, to })
    .filter(([, version]) => version > newest)
    .map(([name]) => ({ pointer: `/${name}`, message: `the newest version is ${String(newest)}` }))
  if (errors.length > 0) return failed('not-found', 'There is no such data version.', errors)
  const start = parseCursor(query.cursor)
  if (start === null) return failed('invalid', 'The cursor is not one of ours.')
  const pair = pairOf(await stateAt(deps, from), await stateAt(deps, to))
  const items: CellChange[] = []
  let next: string | null = null
  await scan(pair, start, (visited) => {
    if (visited.kind === 'same') return true
    const { period, field, zone } = visited.place
    if (items.length === limit) next = `${String(period)}.${String(field)}.${String(zone)}`
    else items.push(toChange(pair, visited))
    return next === null
  })
  return done({ counts: await countsOf(pair), items, next })
}
