import type { MapFile, MapGeometry, ZoneMap } from '../contract.ts'
import { touch } from '../database/store.ts'
import type { Deps } from '../env.ts'
import { failed, type Outcome } from '../problem.ts'
import { LARGEST_MAP, readOutline, type OutlineFeature } from './geojson.ts'
import { matchFeatures } from './match.ts'
import { dropMap, keepMap, storedMap, storedOutline } from './store.ts'

type Position = readonly [number, number]

function positionsOf(geometry: MapGeometry): Position[] {
  if (geometry.type === 'Point') return [geometry.coordinates]
  return geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates.flat(2)
}

function boundsOf(features: readonly OutlineFeature[]): ZoneMap['bounds'] {
  const bounds: ZoneMap['bounds'] = [180, 90, -180, -90]
  for (const [x, y] of features.flatMap(({ geometry }) => positionsOf(geometry))) {
    bounds[0] = Math.min(bounds[0], x)
    bounds[1] = Math.min(bounds[1], y)
    bounds[2] = Math.max(bounds[2], x)
    bounds[3] = Math.max(bounds[3], y)
  }
  return bounds
}

async function describe({ snapshots }: Deps, file: MapFile, outline: readonly OutlineFeature[]) {
  const matched = matchFeatures(await snapshots.current(), outline)
  return { file, bounds: boundsOf(outline), ...matched }
}

/** The stored outline with the zones it shows; null where there is none. */
export async function readMap(deps: Deps): Promise<ZoneMap | null> {
  const file = await storedMap(deps.config)
  const outline = file && (await storedOutline(deps.config, file))
  return file && outline && describe(deps, file, outline)
}

/** The outline is a file; the audit log hears of it all the same. */
function entered<T>({ config, store }: Deps, change: () => Promise<T>): Promise<T> {
  return store.write(async (db) => {
    const before = (await storedMap(config))?.sha256 ?? null
    const changed = await change()
    const after = (await storedMap(config))?.sha256 ?? null
    await touch(db, { name: 'map', key: 'outline', before, after })
    return changed
  })
}

/** Reads a file to its end before anything is replaced. */
export async function replaceMap(
  deps: Deps,
  { bytes, name }: { bytes: Uint8Array; name: string },
): Promise<Outcome<ZoneMap>> {
  if (bytes.length > LARGEST_MAP) {
    const most = String(LARGEST_MAP / 1024 / 1024)
    return failed(
      'too-large',
      `文件大于 ${most} MB，请先简化轮廓。 The file is larger than ${most} MB: simplify the outline first.`,
    )
  }
  const outline = readOutline(bytes)
  if (!outline.ok) return outline
  const at = deps.now().toISOString()
  const file = await entered(deps, () => keepMap(deps.config, { bytes, name, at }))
  return { ok: true, value: await describe(deps, file, outline.value) }
}

/** Takes the outline away. */
export async function removeMap(deps: Deps): Promise<Outcome<null>> {
  const removed = await entered(deps, () => dropMap(deps.config))
  return removed ? { ok: true, value: null } : failed('not-found', 'There is no map.')
}
