import { fieldById, parseUnit, type Unit } from '@permu/metrics'
import type { Names, Zone } from '../contract.ts'
import type { Db } from '../database/store.ts'
import { readDirectory, type KnownZone, type ZoneDirectory } from '../zones/directory.ts'
import { customFields, dataVersion, liveLayers, zonesOfLayers, type Layer } from './queries.ts'

/** A quantity as it stands in the data: its unit is that of the oldest layer that states one. */
export interface FieldInfo {
  id: string
  name: Names
  unit: Unit | null
  builtIn: boolean
  kind: 'stock' | 'flow' | 'ratio'
  hasData: boolean
}

/** What the live layers hold, without their numbers. */
export interface Catalogue {
  version: number
  layers: readonly Layer[]
  zones: readonly Zone[]
  /** Every id of a zone, those of its former names included. */
  zoneIndex: ReadonlyMap<string, number>
  directory: ZoneDirectory
  /** For each layer: its own zone numbers → index into `zones`. */
  localZones: ReadonlyMap<string, Int32Array>
  fields: ReadonlyMap<string, FieldInfo>
  /** Header texts and names, as written → field. */
  headers: ReadonlyMap<string, string>
  periods: readonly string[]
}

const text = (attributes: Record<string, string>, key: string) => attributes[key] ?? null

function toZone(known: KnownZone): Zone {
  return {
    ...known,
    type: null,
    leadIndustry: null,
    districts: [],
    ecosystem: null,
    attributes: {},
    sample: null,
  }
}

function withAttributes(zone: Zone, attributes: Record<string, string>): Zone {
  const all = { ...zone.attributes, ...attributes }
  const district = text(all, 'district')
  return {
    ...zone,
    type: text(all, 'type'),
    leadIndustry: text(all, 'leadIndustry'),
    ecosystem: text(all, 'ecosystem'),
    districts: district === null ? [] : district.split(/[、,，;；/]/u).map((d) => d.trim()),
    attributes: all,
  }
}

async function readZones(db: Db, layers: readonly Layer[]) {
  const directory = await readDirectory(db)
  const samples = new Map(layers.map((l) => [l.id, l.sample]))
  const zones: Zone[] = []
  const zoneIndex = new Map<string, number>()
  const locals = new Map<string, number[]>()
  for (const seen of await zonesOfLayers(db, layers)) {
    const known = directory.zones.get(directory.canonical(seen.zone ?? ''))
    if (known === undefined) continue
    const at = zoneIndex.get(known.id) ?? zones.length
    const before = zones[at] ?? toZone(known)
    zones[at] = {
      ...withAttributes(before, seen.attributes),
      sample: samples.get(seen.upload) ?? null,
    }
    zoneIndex.set(known.id, at)
    if (seen.zone !== null) zoneIndex.set(seen.zone, at)
    const numbers = locals.get(seen.upload) ?? []
    numbers[seen.local] = at
    locals.set(seen.upload, numbers)
  }
  const localZones = new Map([...locals].map(([id, list]) => [id, Int32Array.from(list)]))
  return { directory, zones, zoneIndex, localZones }
}

function fieldInfo(id: string, name: string): FieldInfo {
  const builtIn = fieldById(id)
  return {
    id,
    name: builtIn?.name ?? { zh: name, en: name },
    unit: builtIn?.unit ?? null,
    builtIn: builtIn !== undefined,
    kind: builtIn?.kind ?? 'stock',
    hasData: false,
  }
}

/** The unit that the oldest layer states for each field; null where layers state none. */
function unitsInData(layers: readonly Layer[]): Map<string, Unit | null> {
  const units = new Map<string, Unit | null>()
  for (const { field, unit } of layers.flatMap((layer) => layer.plan.slots)) {
    const stated = unit === null ? null : parseUnit(unit)
    units.set(field.id, units.get(field.id) ?? stated)
  }
  return units
}

async function readFields(db: Db, layers: readonly Layer[]) {
  const slots = layers.flatMap((layer) => layer.plan.slots)
  const columns = layers.flatMap((layer) => layer.plan.columns)
  const fields = new Map<string, FieldInfo>()
  for (const { id, name, unit } of await customFields(db)) {
    fields.set(id, { ...fieldInfo(id, name), unit: unit === null ? null : parseUnit(unit) })
  }
  const units = unitsInData(layers)
  for (const { field } of slots) {
    const unit = units.get(field.id) ?? null
    fields.set(field.id, { ...fieldInfo(field.id, field.name), unit, hasData: true })
  }
  const headers = new Map(
    columns.flatMap((c) => (c.field ? [[c.header, c.field.id] as const] : [])),
  )
  return { fields, headers }
}

export const comparePeriods = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Reads what the live layers hold. */
export async function readCatalogue(db: Db): Promise<Catalogue> {
  return catalogueOf(db, await dataVersion(db), await liveLayers(db))
}

/** What some layers hold, oldest first, as if they were the live ones. */
export async function catalogueOf(
  db: Db,
  version: number,
  layers: readonly Layer[],
): Promise<Catalogue> {
  const periods = [...new Set(layers.flatMap((l) => l.periods))].sort(comparePeriods)
  return {
    version,
    layers,
    periods,
    ...(await readZones(db, layers)),
    ...(await readFields(db, layers)),
  }
}
