import { fieldById, parseUnit, type Unit } from '@permu/metrics'
import { createPause } from '../computing/slices.ts'
import type { Names, Zone } from '../contract.ts'
import type { Db } from '../database/store.ts'
import { readDirectory, type KnownZone, type ZoneDirectory } from '../zones/directory.ts'
import { customFields, dataVersion, liveLayers, zonesOfLayer, type Layer, type SeenInLayer } from './queries.ts'

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

/** Zones between two questions whether others wait. */
const TOGETHER = 256

const SEPARATOR = /[、,，;；/]/u

/** A zone with what the columns of files say of it. */
function toZone(
  known: KnownZone,
  attributes: Record<string, string>,
  sample: Layer['sample'],
): Zone {
  const { district, type = null, leadIndustry = null, ecosystem = null } = attributes
  const districts = district === undefined ? [] : district.split(SEPARATOR).map((d) => d.trim())
  return { ...known, type, leadIndustry, districts, ecosystem, attributes, sample }
}

interface Gathered {
  directory: ZoneDirectory
  zones: Zone[]
  zoneIndex: Map<string, number>
}

/** Puts what a layer says of a zone above what older ones say; gives its place, if it is known. */
function gather({ directory, zones, zoneIndex }: Gathered, seen: SeenInLayer, { sample }: Layer) {
  const known = directory.zones.get(directory.canonical(seen.zone ?? ''))
  if (known === undefined) return undefined
  const at = zoneIndex.get(known.id) ?? zones.length
  const before = zones[at]?.attributes
  const attributes = before === undefined ? seen.attributes : { ...before, ...seen.attributes }
  zones[at] = toZone(known, attributes, sample)
  zoneIndex.set(known.id, at)
  if (seen.zone !== null && seen.zone !== known.id) zoneIndex.set(seen.zone, at)
  return at
}

/** All zones of the layers. */
async function readZones(db: Db, layers: readonly Layer[]) {
  const pause = createPause()
  const gathered = { directory: await readDirectory(db), zones: [], zoneIndex: new Map() }
  const localZones = new Map<string, Int32Array>()
  for (const layer of layers) {
    const numbers: number[] = []
    await pause()
    for (const seen of await zonesOfLayer(db, layer)) {
      if (seen.local % TOGETHER === 0) await pause()
      const at = gather(gathered, seen, layer)
      if (at !== undefined) numbers[seen.local] = at
    }
    localZones.set(layer.id, Int32Array.from(numbers))
  }
  return { ...gathered, localZones }
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

/** Reads what the live layers hold; again where something was committed meanwhile. */
export async function readCatalogue(db: Db, tries = 5): Promise<Catalogue> {
  const version = await dataVersion(db)
  const catalogue = await catalogueOf(db, version, await liveLayers(db))
  const isOld = (await dataVersion(db)) !== version
  return isOld && tries > 1 ? readCatalogue(db, tries - 1) : catalogue
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
