import { at } from '../statistics/array.ts'
import { widthOf } from './score-table.ts'
import { sweepRanks } from './sweep.ts'

// Shares of a span that are rounding.
const SAME = 1e-12

type Point = readonly [number, number, number]
type Line = readonly [Point, Point]

const CORNERS: readonly Point[] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
]

interface Plane {
  /** How far each zone is ahead of the own one, in shares of the span of each criterion. */
  readonly leads: readonly Point[]
  readonly own: number
  /** Room for the leads at either end of a line. */
  readonly start: Float64Array
  readonly end: Float64Array
}

/**
 * The best and the worst rank of one zone under any weights of three criteria, exact: weights are the
 * points of a triangle, and ranks change only on its lines where another zone equals the own one. Each line is
 * swept, and so are the sides. The best rank is on a line, where zones are equal; the worst beside one.
 */
export function planeRanks(
  columns: readonly Float64Array[],
  own: number,
): { best: number; worst: number } {
  const plane = planeOf(columns, own)
  const middle = plane.leads.filter(([a, b, c]) => a + b + c > SAME).length
  const found = { best: 1 + middle, worst: 1 + middle }
  const see = (line: Line, beside: Point | null) => {
    const twins = layAlong(plane, line, beside)
    const { best, worst } = sweepRanks(plane.end, plane.start, own)
    found.best = Math.min(found.best, best)
    found.worst = Math.max(found.worst, worst + twins)
  }
  CORNERS.forEach((corner, j) => {
    see([corner, CORNERS[(j + 1) % 3] ?? corner], null)
  })
  for (const lead of plane.leads) {
    const line = crossingOf(lead)
    if (line) see(line, lead)
  }
  return found
}

// A criterion in other units is the same triangle, drawn otherwise.
function planeOf(columns: readonly Float64Array[], own: number): Plane {
  const size = columns[0]?.length ?? 0
  const [first = [], second = [], third = []] = columns.map((column) => sharesOf(column, own))
  const leads = Array.from({ length: size }, (_, zone): Point => {
    return [at(first, zone), at(second, zone), at(third, zone)]
  })
  return { leads, own, start: new Float64Array(size), end: new Float64Array(size) }
}

function sharesOf(column: Float64Array, own: number): Float64Array {
  const span = widthOf(column)
  return column.map((value) => (value - at(column, own)) / span)
}

// Where the line on which a lead is 0 crosses the triangle; null where it does not, or the zone is never above.
function crossingOf(lead: Point): Line | null {
  if (Math.max(...lead) <= 0) return null
  const points: Point[] = []
  CORNERS.forEach((corner, j) => {
    const next = (j + 1) % 3
    const [here, there] = [at(lead, j), at(lead, next)]
    if (here === 0) points.push(corner)
    else if (here > 0 ? there < 0 : there > 0) {
      const share = there / (there - here)
      const point: [number, number, number] = [0, 0, 0]
      point[j] = share
      point[next] = 1 - share
      points.push(point)
    }
  })
  const [first, second, third] = points
  return first && second && !third ? [first, second] : null
}

// Writes the leads at both ends, and counts the zones that are equal all along and above beside the line.
function layAlong({ leads, start, end }: Plane, [from, to]: Line, beside: Point | null): number {
  let twins = 0
  leads.forEach((lead, zone) => {
    const [a, b] = [product(lead, from), product(lead, to)]
    start[zone] = a
    end[zone] = b
    if (beside && a === 0 && b === 0 && product(lead, beside) > 0) twins++
  })
  return twins
}

function product(a: Point, b: Point): number {
  const sum = a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
  return Math.abs(sum) <= SAME ? 0 : sum
}
