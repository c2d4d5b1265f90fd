import { randomBytes } from 'node:crypto'
import type { NewZoneEvent, ZoneEvent } from '../contract.ts'
import type { Snapshot } from '../data/snapshots.ts'
import { WORKSPACE, type Db } from '../database/store.ts'
import type { NamedZone } from '../database/vocabulary.ts'
import type { Deps } from '../env.ts'
import { recordChange } from '../history/queries.ts'
import { done, failed, type Outcome } from '../problem.ts'
import { readDirectory, type ZoneDirectory } from './directory.ts'
import { findByName, namesOf, type ZoneNames } from './match.ts'
import { nameKey, zoneId } from './name.ts'
import { allEvents, insertEvent, markEventWithdrawn, type EventRow } from './queries.ts'

interface Named extends NamedZone {
  known: boolean
}

/**
 * A zone by id, code or any of its names, which then stands as it was written; one that no file has
 * named yet gets the id that it will have.
 */
function resolve(names: ZoneNames, text: string): Named {
  const { directory, byCode } = names
  const trimmed = text.trim()
  const byId = directory.zones.get(directory.canonical(trimmed))
  const zone = byId ?? byCode.get(trimmed)
  if (zone) return { id: zone.id, name: zone.name, known: true }
  const named = findByName(names, nameKey(trimmed))?.zone
  return { id: named?.id ?? zoneId(trimmed), name: trimmed, known: named !== undefined }
}

export type EventField = 'date' | 'kind' | 'from' | 'to'

export interface EventFault {
  field: EventField
  message: string
}

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/u

function isDate(text: string): boolean {
  if (!DATE.test(text)) return false
  const day = `${text}-01-01`.slice(0, 10)
  const parsed = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day)
}

function shapeFault(event: NewZoneEvent): EventFault | null {
  const { kind, from, to } = event
  if (!isDate(event.date)) {
    return { field: 'date', message: 'must be a day, month or year: 2021, 2021-07 or 2021-07-01' }
  }
  if (kind === 'merge' && to.length !== 1) {
    return { field: 'to', message: 'a merger ends in one zone' }
  }
  if (kind === 'split' && (from.length !== 1 || to.length < 2)) {
    return { field: 'to', message: 'a split turns one zone into several' }
  }
  if (kind === 'rename' && (from.length !== 1 || to.length !== 1)) {
    return { field: 'to', message: 'a renaming has one old and one new name' }
  }
  return null
}

/** A period in which both zones have numbers: then they cannot be one zone under two names. */
async function periodOfBoth(snapshot: Snapshot, a: string, b: string): Promise<string | null> {
  const [left, right] = [snapshot.zoneIndex.get(a), snapshot.zoneIndex.get(b)]
  if (left === undefined || right === undefined || left === right) return null
  for (const period of snapshot.periods) {
    const columns = [...(await snapshot.table(period)).columns.values()]
    const has = (zone: number) => columns.some((column) => column.reasons[zone] === 0)
    if (has(left) && has(right)) return period
  }
  return null
}

type Resolved = { date: string; kind: NewZoneEvent['kind']; note: string | null } & Record<
  'from' | 'to',
  Named[]
>

async function faultOf(event: Resolved, snapshot: Snapshot): Promise<EventFault | null> {
  const { kind, from, to } = event
  if (![...from, ...to].some(({ known }) => known)) {
    return { field: 'from', message: 'no zone of this event is known' }
  }
  const [old, now] = [from[0], to[0]]
  if (kind !== 'rename' || !old || !now) return null
  if (nameKey(old.name) === nameKey(now.name)) {
    return { field: 'to', message: 'is the name that the zone has' }
  }
  const both = await periodOfBoth(snapshot, old.id, now.id)
  return both === null
    ? null
    : { field: 'to', message: `both zones have numbers in ${both}, so they are not one zone` }
}

function resolveEvent(names: ZoneNames, event: NewZoneEvent): Resolved {
  const { date, kind, note } = event
  const all = (list: string[]) => list.map((text) => resolve(names, text))
  return { date, kind, from: all(event.from), to: all(event.to), note: note?.trim() || null }
}

const bare = ({ id, name }: NamedZone): NamedZone => ({ id, name })

function newRow(event: Resolved, { at, by }: Pick<EventRow, 'at' | 'by'>): EventRow {
  return {
    workspace: WORKSPACE,
    id: randomBytes(6).toString('hex'),
    ...event,
    from: event.from.map(bare),
    to: event.to.map(bare),
    at,
    by,
    withdrawnAt: null,
  }
}

export function toZoneEvent(row: EventRow, directory: ZoneDirectory): ZoneEvent {
  const { id, date, kind, note, by, at } = row
  const named = (zone: NamedZone) => {
    const canonical = directory.canonical(zone.id)
    return { id: canonical, name: zone.name, known: directory.zones.has(canonical) }
  }
  return { id, date, kind, from: row.from.map(named), to: row.to.map(named), note, by, at }
}

const list = (zones: readonly NamedZone[]) => zones.map(({ name }) => name).join('、')

/** One line that says what an event was, for the history. */
const eventNote = ({ kind, date, from, to }: Pick<EventRow, 'kind' | 'date' | 'from' | 'to'>) =>
  `${kind} ${date}: ${list(from)} → ${list(to)}`

export type Refused = { index: number; fault: EventFault }

interface Recording {
  db: Db
  snapshot: Snapshot
  at: string
  by: string
}

/** Records those of some events that can be; the others with their faults. */
async function recordSome({ db, snapshot, at, by }: Recording, open: readonly Open[]) {
  const rows: EventRow[] = []
  const left: (Open & { fault: EventFault })[] = []
  for (const { index, event } of open) {
    const resolved = resolveEvent(namesOf(await readDirectory(db)), event)
    const fault = shapeFault(event) ?? (await faultOf(resolved, snapshot))
    if (fault) {
      left.push({ index, event, fault })
      continue
    }
    const row = newRow(resolved, { at, by })
    await insertEvent(db, row)
    rows.push(row)
  }
  return { rows, left }
}

type Open = { index: number; event: NewZoneEvent }

/** Undoes the transaction of events of which one cannot be. */
class NotAll extends Error {
  readonly refused: Refused[]
  constructor(refused: Refused[]) {
    super('an event cannot be recorded')
    this.refused = refused
  }
}

async function recordAll(
  recording: Recording,
  events: readonly NewZoneEvent[],
): Promise<ZoneEvent[]> {
  const { db, at, by } = recording
  const rows: EventRow[] = []
  let open: Open[] = events.map((event, index) => ({ index, event }))
  // One event may name a zone that is known only by another one of them.
  while (open.length > 0) {
    const step = await recordSome(recording, open)
    if (step.rows.length === 0) throw new NotAll(step.left)
    rows.push(...step.rows)
    open = step.left
  }
  const note = rows.map(eventNote).join('; ').slice(0, 1000)
  if (rows.length > 0) await recordChange(db, { at, by, kind: 'zones', note })
  const directory = await readDirectory(db)
  return rows.map((row) => toZoneEvent(row, directory))
}

/** Records events, all or none; says which cannot be and why. */
export async function addEvents(
  deps: Deps,
  events: readonly NewZoneEvent[],
): Promise<{ added: ZoneEvent[] } | { refused: Refused[] }> {
  const at = deps.now().toISOString()
  try {
    const added = await deps.store.write(async (db) => {
      return recordAll(
        { db, snapshot: await deps.snapshots.current(), at, by: deps.actor.id },
        events,
      )
    })
    return { added }
  } catch (error) {
    if (error instanceof NotAll) return { refused: error.refused }
    throw error
  }
}

export async function listEvents({ store }: Deps): Promise<ZoneEvent[]> {
  const directory = await readDirectory(store.read)
  return directory.events.map((row) => toZoneEvent(row, directory))
}

/** Takes an event back; its row stays, marked. */
export async function removeEvent(deps: Deps, id: string): Promise<Outcome<ZoneEvent>> {
  const at = deps.now().toISOString()
  return deps.store.write(async (db): Promise<Outcome<ZoneEvent>> => {
    const row = (await allEvents(db)).find((event) => event.id === id)
    if (!row || row.withdrawnAt !== null) return failed('not-found', 'There is no such event.')
    await markEventWithdrawn(db, id, at)
    await recordChange(db, { at, by: deps.actor.id, kind: 'zones', note: `− ${eventNote(row)}` })
    return done(toZoneEvent(row, await readDirectory(db)))
  })
}
