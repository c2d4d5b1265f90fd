import type { GroupedZone, Zone, ZoneRef } from '../contract.ts'
import { done, failed, type Outcome } from '../problem.ts'
import type { Catalogue } from './catalogue.ts'

/** Splits a list parameter at commas; a name with a comma is written in double quotes. */
export function splitList(text: string | undefined): string[] {
  if (text === undefined) return []
  const parts = text.match(/(?:"(?:[^"]|"")*"|[^",])+/gu) ?? []
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

/** The text without the quotes that protected it. */
export function unquote(text: string): string {
  return /^".*"$/su.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text
}

// A question may name thousands of zones.
const lookups = new WeakMap<readonly Zone[], Map<string, number>>()

const TEXTS: readonly ((zone: Zone) => readonly string[])[] = [
  ({ code }) => (code === null ? [] : [code]),
  ({ name }) => [name],
  ({ aliases, formerNames }) => [...aliases, ...formerNames.map(({ name }) => name)],
]

/** Zones by code, else by name, else by another name; the first of those that share one. */
function lookupOf({ zones }: Pick<Catalogue, 'zones'>): Map<string, number> {
  const known = lookups.get(zones)
  if (known) return known
  const lookup = new Map<string, number>()
  for (const textsOf of TEXTS) {
    zones.forEach((zone, at) => {
      for (const text of textsOf(zone)) if (!lookup.has(text)) lookup.set(text, at)
    })
  }
  lookups.set(zones, lookup)
  return lookup
}

export function findZone(catalogue: Catalogue, name: string): number | null {
  return catalogue.zoneIndex.get(name) ?? lookupOf(catalogue).get(name) ?? null
}

/** The zones that a request is about, as indexes; all where it names none. */
export function chooseZones(
  catalogue: Catalogue,
  query: { zones?: string | undefined; type?: string | undefined },
): Outcome<number[]> {
  const names = splitList(query.zones).map(unquote)
  const found = names.map((name) => findZone(catalogue, name))
  const unknown = names.filter((_, i) => found[i] === null)
  if (unknown.length > 0) {
    return failed('not-found', `No zone is called ${unknown.map((u) => `“${u}”`).join(', ')}.`)
  }
  const named = new Set(found.filter((i) => i !== null))
  const all = names.length === 0 ? [...catalogue.zones.keys()] : [...named]
  return done(
    query.type === undefined ? all : all.filter((i) => catalogue.zones[i]?.type === query.type),
  )
}

/** The period asked for, or the newest one. */
export function choosePeriod(catalogue: Catalogue, asked: string | undefined): Outcome<string> {
  if (asked !== undefined && asked !== '') {
    if (catalogue.periods.includes(asked)) return done(asked)
    return failed(
      'not-found',
      `No data for the period “${asked}”; there are: ${catalogue.periods.join(', ') || 'none'}.`,
    )
  }
  const newest = catalogue.periods.at(-1)
  return newest === undefined
    ? failed('not-found', 'There are no data yet. Upload a file first.')
    : done(newest)
}

export const zoneRef = (zone: Zone): ZoneRef => ({ id: zone.id, name: zone.name, type: zone.type })

/** A zone with all that it can be grouped by. */
export function groupedZone(zone: Zone): GroupedZone {
  const { leadIndustry, ecosystem } = zone
  return {
    ...zoneRef(zone),
    ...(leadIndustry !== null && { leadIndustry }),
    ...(ecosystem !== null && { ecosystem }),
  }
}

/** The types that zones have, in the order of their first zone. */
export const zoneTypes = ({ zones }: Pick<Catalogue, 'zones'>): string[] => [
  ...new Set(zones.flatMap(({ type }) => type ?? [])),
]
