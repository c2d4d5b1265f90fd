import { at } from '../statistics/array.ts'

// Crossings closer than this are one.
const SAME = 1e-12

/** The best and the worst rank on a line of weights, and where on it from 0 to 1 each is found. */
export interface Swept {
  readonly best: number
  readonly worst: number
  readonly bestAt: number
  readonly worstAt: number
}

/**
 * The best and the worst rank of one zone on the way from one score (y) to another (x), as from the one
 * to the other of two criteria: exact, for between two crossings with other zones nothing changes.
 */
export function sweepRanks(x: Float64Array, y: Float64Array, own: number): Swept {
  const { always, falling, rising } = crossingsOf(x, y, own)
  const points = Float64Array.of(0, ...falling, ...rising, 1).sort()
  const found = { best: Infinity, worst: 0, bestAt: 0, worstAt: 0 }
  const see = (rank: number, place: number) => {
    if (rank < found.best) [found.best, found.bestAt] = [rank, place]
    if (rank > found.worst) [found.worst, found.worstAt] = [rank, place]
  }
  let [fallen, risen] = [0, 0]
  points.forEach((point, i) => {
    // At the point those that meet the zone are equal to it, and not above.
    while (fallen < falling.length && at(falling, fallen) <= point + SAME) fallen++
    while (risen < rising.length && at(rising, risen) < point - SAME) risen++
    const above = 1 + always + falling.length - fallen
    see(above + risen, point)
    if (point > 1 - SAME) return
    // Right after it, those that were rising are above.
    let beyond = risen
    while (beyond < rising.length && at(rising, beyond) <= point + SAME) beyond++
    see(above + beyond, (point + nextAfter(points, i)) / 2)
  })
  return found
}

function nextAfter(points: Float64Array, i: number): number {
  let next = i + 1
  while (next < points.length && at(points, next) <= at(points, i) + SAME) next++
  return next < points.length ? at(points, next) : 1
}

interface Crossings {
  /** How many zones are above whatever the weight. */
  readonly always: number
  /** From which weight on a zone that was above no longer is, upwards. */
  readonly falling: Float64Array
  /** From which weight on a zone is above that was not. */
  readonly rising: Float64Array
}

function crossingsOf(x: Float64Array, y: Float64Array, own: number): Crossings {
  let always = 0
  const falling: number[] = []
  const rising: number[] = []
  for (let other = 0; other < x.length; other++) {
    const [start, end] = [at(y, other) - at(y, own), at(x, other) - at(x, own)]
    if (start > 0 && end > 0) always++
    else if (start > 0) falling.push(start / (start - end))
    else if (end > 0) rising.push(start / (start - end))
  }
  return {
    always,
    falling: Float64Array.from(falling).sort(),
    rising: Float64Array.from(rising).sort(),
  }
}
