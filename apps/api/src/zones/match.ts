import type { Db } from '../database/store.ts'
import type { UploadRow, UploadZoneRow } from '../uploads/queries.ts'
import { readDirectory, type KnownZone, type ZoneDirectory } from './directory.ts'
import { nameKey, zoneId } from './name.ts'

export interface ZoneMatch {
  local: number
  id: string
  name: string
  code: string | null
  isNew: boolean
  by: 'choice' | 'code' | 'name' | 'alias' | 'former-name' | 'new'
}

/** A zone of a file, with what was made ready of its name. */
export interface SeenZone extends UploadZoneRow {
  /** The `nameKey` of its name. */
  key?: string
  /** The id that it has where it is a new zone. */
  ownId?: string
}

/** A person's word about a name in a file: the zone it is, or null for a new one. */
export type ZoneChoices = ReadonlyMap<string, string | null>

/** What a person said about the zones of an upload. */
export function zoneChoices({ reading }: Pick<UploadRow, 'reading'>): ZoneChoices {
  const chosen = reading['zones']
  const list = Array.isArray(chosen) ? (chosen as { name: string; zone: string | null }[]) : []
  return new Map(list.map(({ name, zone }) => [nameKey(name), zone]))
}

/** Zones by code and by every name, the current name first. */
export interface ZoneNames {
  directory: ZoneDirectory
  byCode: ReadonlyMap<string, KnownZone>
  byName: ReadonlyMap<string, KnownZone>
  byAlias: ReadonlyMap<string, KnownZone>
  byFormerName: ReadonlyMap<string, KnownZone>
}

/** A code that several zones have, such as that of their city, names none of them. */
function uniqueCodes(zones: readonly KnownZone[]): Map<string, KnownZone> {
  const coded = Map.groupBy(zones, ({ code }) => code ?? '')
  return new Map(
    [...coded].flatMap(([code, [zone, another]]) => {
      return code === '' || zone === undefined || another ? [] : [[code, zone] as const]
    }),
  )
}

/** Codes that the file itself gives to several names. */
function sharedCodes(seen: readonly SeenZone[]): Set<string | null> {
  const names = new Map<string, string>()
  const shared = new Set<string | null>()
  for (const { code, name, key = nameKey(name) } of seen) {
    if (code === null) continue
    if ((names.get(code) ?? key) !== key) shared.add(code)
    names.set(code, key)
  }
  return shared
}

export function namesOf(directory: ZoneDirectory): ZoneNames {
  const zones = [...directory.zones.values()]
  const keyed = (names: (zone: KnownZone) => string[]) =>
    new Map(zones.flatMap((zone) => names(zone).map((name) => [nameKey(name), zone] as const)))
  return {
    directory,
    byCode: uniqueCodes(zones),
    byName: keyed((zone) => [zone.name]),
    byAlias: keyed((zone) => zone.aliases),
    byFormerName: keyed((zone) => zone.formerNames.map(({ name }) => name)),
  }
}

type Found = { zone: KnownZone; by: Exclude<ZoneMatch['by'], 'new'> } | null

/** The zone that a name is, for sure; null where nothing says so. */
export function findByName(names: ZoneNames, key: string): Found {
  const { byName, byAlias, byFormerName } = names
  const name = byName.get(key)
  if (name) return { zone: name, by: 'name' }
  const alias = byAlias.get(key)
  if (alias) return { zone: alias, by: 'alias' }
  const former = byFormerName.get(key)
  return former ? { zone: former, by: 'former-name' } : null
}

function find(
  names: ZoneNames,
  seen: SeenZone & { key: string },
  choice: string | null | undefined,
): Found {
  const { key } = seen
  if (choice === null) {
    // A new zone cannot have the name, and so the id, of one that is there.
    const same = names.byName.get(key) ?? names.directory.zones.get(zoneId(seen.name))
    return same ? { zone: same, by: 'name' } : null
  }
  const { directory, byCode } = names
  const chosen = choice === undefined ? null : directory.zones.get(directory.canonical(choice))
  if (chosen) return { zone: chosen, by: 'choice' }
  const coded = seen.code === null ? undefined : byCode.get(seen.code)
  return coded ? { zone: coded, by: 'code' } : findByName(names, key)
}

/** Which zone each zone of a file is: by a person's word, code or name, else a new one. */
export function matchAgainst(
  names: ZoneNames,
  seen: readonly SeenZone[],
  choices: ZoneChoices,
): ZoneMatch[] {
  const made = new Map<string, string>()
  const shared = sharedCodes(seen)
  return seen.map((row) => {
    const { local, name, code, key = nameKey(name) } = row
    const own = shared.has(code) ? { ...row, code: null } : row
    const found = find(names, { ...own, key }, choices.get(key))
    if (found) {
      const { zone, by } = found
      return { local, id: zone.id, name: zone.name, code: zone.code, isNew: false, by }
    }
    const known = made.get(key)
    const id = known ?? row.ownId ?? zoneId(name)
    const isNew = known === undefined
    if (isNew) made.set(key, id)
    return { local, id, name, code, isNew, by: 'new' }
  })
}

/** As `matchAgainst`, with the zones that the store knows. */
export async function matchZones(
  db: Db,
  seen: readonly UploadZoneRow[],
  choices: ZoneChoices,
): Promise<ZoneMatch[]> {
  return matchAgainst(namesOf(await readDirectory(db)), seen, choices)
}
