import type { Zone } from '../contract.ts'
import { findZone } from '../data/choose.ts'
import type { Deps } from '../env.ts'
import { recordChange } from '../history/queries.ts'
import { done, failed, type Outcome } from '../problem.ts'
import { readDirectory } from './directory.ts'
import { findByName, namesOf } from './match.ts'
import { nameKey } from './name.ts'
import { dropAliases, putAlias } from './queries.ts'

/** A zone of the data by id, code or name. */
export async function zoneOf({ snapshots }: Deps, name: string): Promise<Outcome<Zone>> {
  const snapshot = await snapshots.current()
  const zone = snapshot.zones[findZone(snapshot, name) ?? -1]
  return zone ? done(zone) : failed('not-found', 'There is no such zone.')
}

/** Writes down that files may call a zone by another name; a name is one zone's only. */
export async function addAlias(deps: Deps, which: string, name: string): Promise<Outcome<Zone>> {
  const zone = await zoneOf(deps, which)
  if (!zone.ok) return zone
  const at = deps.now().toISOString()
  const { id } = zone.value
  const added = await deps.store.write(async (db): Promise<Outcome<null>> => {
    const key = nameKey(name)
    const found = findByName(namesOf(await readDirectory(db)), key)
    if (found?.zone.id === id) return done(null)
    if (found) {
      const detail =
        `“${name}” is the zone “${found.zone.name}”. Where the two are one zone under two names, ` +
        'record a renaming instead.'
      return failed('conflict', detail)
    }
    await putAlias(db, { key, zone: id, name, at, by: deps.actor.id })
    await recordChange(db, {
      at,
      by: deps.actor.id,
      kind: 'zones',
      note: `${zone.value.name} = ${name}`,
    })
    return done(null)
  })
  return added.ok ? zoneOf(deps, id) : added
}

/** Forgets another name of a zone; data that came under it stay where they are. */
export async function removeAlias(deps: Deps, which: string, name: string): Promise<Outcome<Zone>> {
  const zone = await zoneOf(deps, which)
  if (!zone.ok) return zone
  const at = deps.now().toISOString()
  const own = zone.value.aliases.filter((alias) => nameKey(alias) === nameKey(name))
  if (own.length === 0) return failed('not-found', 'The zone has no such other name.')
  await deps.store.write(async (db) => {
    await dropAliases(db, own.map(nameKey))
    await recordChange(db, {
      at,
      by: deps.actor.id,
      kind: 'zones',
      note: `${zone.value.name} ≠ ${name}`,
    })
  })
  return zoneOf(deps, zone.value.id)
}
