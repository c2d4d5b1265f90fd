import type { Zone, ZoneMap, ZoneRef } from '../contract.ts'
import { zoneRef } from '../data/choose.ts'
import type { Catalogue } from '../data/catalogue.ts'
import { nameKey } from '../zones/name.ts'
import type { OutlineFeature } from './geojson.ts'
import type { Label } from './labels.ts'

interface Index {
  readonly codes: ReadonlyMap<string, ReadonlySet<number>>
  readonly names: ReadonlyMap<string, ReadonlySet<number>>
}

function add(map: Map<string, Set<number>>, text: string, zone: number) {
  const key = nameKey(text)
  const known = map.get(key) ?? new Set()
  map.set(key, known.add(zone))
}

const namesOf = ({ name, aliases, formerNames }: Zone) => [
  ...[name, ...aliases],
  ...formerNames.map((former) => former.name),
]

function indexOf({ zones, zoneIndex }: Pick<Catalogue, 'zones' | 'zoneIndex'>): Index {
  const codes = new Map<string, Set<number>>()
  const names = new Map<string, Set<number>>()
  for (const [id, zone] of zoneIndex) add(codes, id, zone)
  for (const [i, zone] of zones.entries()) {
    if (zone.code !== null) add(codes, zone.code, i)
    for (const name of namesOf(zone)) add(names, name, i)
  }
  return { codes, names }
}

function foundBy(labels: readonly Label[], { codes, names }: Index): number[] {
  const sets = labels.map(({ kind, text }) => (kind === 'code' ? codes : names).get(nameKey(text)))
  return [...new Set(sets.flatMap((set) => [...(set ?? [])]))]
}

type Matched = Pick<ZoneMap, 'features' | 'unmatched'> & { readonly absent: ZoneRef[] }

/**
 * Which zone each feature stands for, by id, code or any name. A feature whose texts point to two zones is
 * given to neither; several features of one zone are its parts.
 */
export function matchFeatures(
  catalogue: Pick<Catalogue, 'zones' | 'zoneIndex'>,
  outline: readonly OutlineFeature[],
): Matched {
  const index = indexOf(catalogue)
  const drawn = new Set<string>()
  const features: ZoneMap['features'] = []
  const unmatched: ZoneMap['unmatched'] = []
  for (const [feature, { labels, geometry }] of outline.entries()) {
    const label = labels.at(-1)?.text ?? ''
    const found = foundBy(labels, index)
    const sure = found.length === 1 ? catalogue.zones[found[0] ?? -1] : undefined
    features.push({ label, zone: sure?.id ?? null, geometry })
    if (sure) drawn.add(sure.id)
    else {
      const zones = found.flatMap((i) => catalogue.zones[i]?.name ?? [])
      unmatched.push({ feature, label, reason: reasonOf(labels, found), zones })
    }
  }
  const absent = catalogue.zones.filter(({ id }) => !drawn.has(id)).map(zoneRef)
  return { features, unmatched, absent }
}

function reasonOf(labels: readonly Label[], found: readonly number[]) {
  if (labels.length === 0) return 'no-label'
  return found.length === 0 ? 'unknown' : 'ambiguous'
}
