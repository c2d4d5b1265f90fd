import type { MapGeometry } from '../contract.ts'

/** What is wrong, and where below the geometry. */
export interface Complaint {
  pointer: string
  message: string
}

/** How many positions a file may still have. */
export interface Budget {
  left: number
}

const KINDS =
  '只接受 Point、Polygon 和 MultiPolygon。 Only Point, Polygon and MultiPolygon are taken.'
const PAIR = '坐标须为两个有限的数。 A position has to be two finite numbers.'
const RANGE =
  '坐标超出经纬度范围（经度 ±180，纬度 ±90）；投影坐标请先转成经纬度。 Beyond longitude ±180 or latitude ±90; turn projected coordinates into degrees first.'
const SHORT = '环至少要有四个点。 A ring needs four positions.'
const OPEN = '环没有闭合：首尾两点不同。 The ring is not closed: its ends differ.'
const EMPTY = '没有坐标。 There are no coordinates.'

const at = (pointer: string, message: string): Complaint[] => [{ pointer, message }]

function positionFault(position: unknown): string | null {
  if (!Array.isArray(position) || position.length < 2) return PAIR
  const [x, y]: unknown[] = position
  if (typeof x !== 'number' || typeof y !== 'number') return PAIR
  if (!Number.isFinite(x) || !Number.isFinite(y)) return PAIR
  return Math.abs(x) > 180 || Math.abs(y) > 90 ? RANGE : null
}

const isSame = (a: unknown, b: unknown) =>
  Array.isArray(a) && Array.isArray(b) && a[0] === b[0] && a[1] === b[1]

// One complaint a ring is enough to find it.
function ringFaults(ring: unknown, pointer: string, budget: Budget): Complaint[] {
  if (!Array.isArray(ring) || ring.length === 0) return at(pointer, EMPTY)
  budget.left -= ring.length
  if (budget.left < 0) return []
  for (const [k, position] of ring.entries()) {
    const fault = positionFault(position)
    if (fault !== null) return at(`${pointer}/${String(k)}`, fault)
  }
  if (ring.length < 4) return at(pointer, SHORT)
  return isSame(ring[0], ring.at(-1)) ? [] : at(pointer, OPEN)
}

function polygonFaults(rings: unknown, pointer: string, budget: Budget): Complaint[] {
  if (!Array.isArray(rings) || rings.length === 0) return at(pointer, EMPTY)
  return rings.flatMap((ring, k) => ringFaults(ring, `${pointer}/${String(k)}`, budget))
}

function pointFaults(position: unknown, pointer: string, budget: Budget): Complaint[] {
  budget.left -= 1
  const fault = positionFault(position)
  return fault === null ? [] : at(pointer, fault)
}

/** What is wrong with a geometry; nothing where it is one that a zone can have. */
export function geometryFaults(geometry: unknown, budget: Budget): Complaint[] {
  if (typeof geometry !== 'object' || geometry === null) return at('', EMPTY)
  const coordinates: unknown = Reflect.get(geometry, 'coordinates')
  const pointer = '/coordinates'
  switch (Reflect.get(geometry, 'type')) {
    case 'Point':
      return pointFaults(coordinates, pointer, budget)
    case 'Polygon':
      return polygonFaults(coordinates, pointer, budget)
    case 'MultiPolygon':
      if (!Array.isArray(coordinates) || coordinates.length === 0) return at(pointer, EMPTY)
      return coordinates.flatMap((polygon, k) =>
        polygonFaults(polygon, `${pointer}/${String(k)}`, budget),
      )
    default:
      return at('/type', KINDS)
  }
}

const plane = ([x, y]: readonly [number, number]): [number, number] => [x, y]

/** The same without heights and whatever else a file keeps beside the coordinates. */
export function flat(geometry: MapGeometry): MapGeometry {
  const { type, coordinates } = geometry
  if (type === 'Point') return { type, coordinates: plane(coordinates) }
  if (type === 'Polygon') return { type, coordinates: coordinates.map((ring) => ring.map(plane)) }
  const polygons = coordinates.map((polygon) => polygon.map((ring) => ring.map(plane)))
  return { type, coordinates: polygons }
}
