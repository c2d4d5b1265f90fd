import type { Db } from '../database/store.ts'
import type { NamedZone } from '../database/vocabulary.ts'
import { nameKey } from './name.ts'
import { allAliases, allEvents, storedZones, type EventRow } from './queries.ts'

/** A zone with every name it goes or went by, and its relations. */
export interface KnownZone {
  id: string
  name: string
  code: string | null
  aliases: string[]
  formerNames: { name: string; until: string }[]
  predecessors: NamedZone[]
  successors: NamedZone[]
}

/** All zones that files have named, as aliases and events leave them. */
export interface ZoneDirectory {
  zones: ReadonlyMap<string, KnownZone>
  /** A zone that was renamed has one id, whichever of its names a file used. */
  canonical(id: string): string
  /** Events that stand, oldest first. */
  events: readonly EventRow[]
}

interface StoredZone {
  id: string
  name: string
  code: string | null
}

/** Which ids are one zone, by the renamings: id → the id that stands for all of them. */
function joinRenamed(
  stored: ReadonlyMap<string, StoredZone>,
  renames: readonly { from: NamedZone; to: NamedZone }[],
): Map<string, string> {
  const groups = new Map<string, string[]>()
  for (const { from, to } of renames) {
    const joined = [
      ...new Set([...(groups.get(from.id) ?? [from.id]), ...(groups.get(to.id) ?? [to.id])]),
    ]
    for (const id of joined) groups.set(id, joined)
  }
  const canonical = new Map<string, string>()
  for (const [id, group] of groups) {
    canonical.set(id, group.findLast((member) => stored.has(member)) ?? group[0] ?? id)
  }
  return canonical
}

function plain({ id, name, code }: StoredZone): KnownZone {
  return { id, name, code, aliases: [], formerNames: [], predecessors: [], successors: [] }
}

const pairs = (event: EventRow) =>
  event.from.flatMap((from, i) => {
    const to = event.to[i]
    return to ? [{ from, to, date: event.date }] : []
  })

function applyRenames(
  zones: Map<string, KnownZone>,
  events: readonly EventRow[],
  canonical: Canonical,
) {
  for (const { from, to, date } of events.flatMap(pairs)) {
    const zone = zones.get(canonical(to.id))
    if (!zone) continue
    zone.formerNames.push({ name: from.name, until: date })
    zone.name = to.name
  }
  for (const zone of zones.values()) {
    if (zone.formerNames.length === 0) continue
    const current = nameKey(zone.name)
    zone.formerNames = zone.formerNames.filter(({ name }) => nameKey(name) !== current)
  }
}

type Canonical = (id: string) => string

function add(list: NamedZone[], zone: NamedZone, self: string) {
  if (zone.id !== self && !list.some(({ id }) => id === zone.id)) list.push(zone)
}

function applySuccession(zones: Map<string, KnownZone>, event: EventRow, canonical: Canonical) {
  const named = ({ id, name }: NamedZone) => ({ id: canonical(id), name })
  const from = event.from.map(named)
  const to = event.to.map(named)
  for (const { id } of to) {
    const list = zones.get(id)?.predecessors
    if (list) for (const other of from) add(list, other, id)
  }
  for (const { id } of from) {
    const list = zones.get(id)?.successors
    if (list) for (const other of to) add(list, other, id)
  }
}

/** One entry for each zone, whichever of its names it was stored under. */
function joinStored(stored: ReadonlyMap<string, StoredZone>, canonical: Canonical) {
  const zones = new Map<string, KnownZone>()
  for (const zone of stored.values()) {
    const id = canonical(zone.id)
    const known = zones.get(id)
    if (known) known.code ??= zone.code
    else zones.set(id, plain({ ...(stored.get(id) ?? zone), id, code: zone.code }))
  }
  return zones
}

/** Reads the zones, their names and their relations. */
export async function readDirectory(db: Db): Promise<ZoneDirectory> {
  const stored = new Map((await storedZones(db)).map((zone) => [zone.id, zone]))
  const events = (await allEvents(db)).filter((event) => event.withdrawnAt === null)
  const renames = events.filter(({ kind }) => kind === 'rename')
  const joined = joinRenamed(stored, renames.flatMap(pairs))
  const canonical = (id: string) => joined.get(id) ?? id
  const zones = joinStored(stored, canonical)
  applyRenames(zones, renames, canonical)
  for (const event of events) {
    if (event.kind === 'merge' || event.kind === 'split') applySuccession(zones, event, canonical)
  }
  for (const { zone, name } of await allAliases(db)) {
    const known = zones.get(canonical(zone))
    if (known && nameKey(known.name) !== nameKey(name)) known.aliases.push(name)
  }
  return { zones, canonical, events }
}
