import type { MapGeometry } from '@permu/api/client'

type Position = readonly [number, number]
type Bounds = readonly [west: number, south: number, east: number, north: number]

const CORNERS = 24
/** The radius of a point, as a share of the wider side of the map. */
const RADIUS = 0.014

/** How much shorter a degree of longitude is than one of latitude, in the middle of the map. */
export function aspectOf([, south, , north]: Bounds): number {
  return Math.max(0.05, Math.cos((((south + north) / 2) * Math.PI) / 180))
}

function circle([x, y]: Position, bounds: Bounds): [number, number][] {
  const aspect = aspectOf(bounds)
  const wide = Math.max((bounds[2] - bounds[0]) * aspect, bounds[3] - bounds[1])
  const radius = wide > 0 ? wide * RADIUS : 0.01
  return Array.from({ length: CORNERS + 1 }, (_, k) => {
    const angle = (2 * Math.PI * (k % CORNERS)) / CORNERS
    return [x + (radius * Math.cos(angle)) / aspect, y + radius * Math.sin(angle)]
  })
}

/** A geometry that can be filled: a point becomes a small circle. */
function filled(geometry: MapGeometry, bounds: Bounds) {
  if (geometry.type !== 'Point') return geometry
  return { type: 'Polygon' as const, coordinates: [circle(geometry.coordinates, bounds)] }
}

/** The outline as ECharts takes it, each feature named by its number. */
export function outlineOf(features: readonly { geometry: MapGeometry }[], bounds: Bounds) {
  return {
    type: 'FeatureCollection' as const,
    features: features.map(({ geometry }, k) => ({
      type: 'Feature' as const,
      properties: { name: String(k) },
      geometry: filled(geometry, bounds),
    })),
  }
}

/** A place within or near a feature, for its tip: the middle of its largest ring's extent. */
export function middleOf(geometry: MapGeometry): Position {
  if (geometry.type === 'Point') return geometry.coordinates
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const rings = polygons.flatMap(([outer]) => (outer ? [outer] : []))
  const longest = rings.toSorted((a, b) => b.length - a.length)[0] ?? []
  const middle = (list: readonly number[]) => (Math.min(...list) + Math.max(...list)) / 2
  return [middle(longest.map(([x]) => x)), middle(longest.map(([, y]) => y))]
}
