import { at } from '../statistics/array.ts'

// Crossings closer than this are one.
const SAME = 1e-12

/**
 * The best and the worst rank of one zone as the weight of the first of two criteria goes from 0 to 1:
 * exact, for between two crossings with other zones nothing changes.
 */
export function sweepRanks(
  x: Float64Array,
  y: Float64Array,
  own: number,
): { best: number; worst: number } {
  const { always, falling, rising } = crossingsOf(x, y, own)
  const points = Float64Array.of(0, ...falling, ...rising, 1).sort()
  let [best, worst] = [Infinity, 0]
  let [fallen, risen] = [0, 0]
  for (const point of points) {
    // At the point those that meet the zone are equal to it, and not above.
    while (fallen < falling.length && at(falling, fallen) <= point + SAME) fallen++
    while (risen < rising.length && at(rising, risen) < point - SAME) risen++
    const above = always + falling.length - fallen
    best = Math.min(best, above + risen)
    worst = Math.max(worst, above + risen)
    if (point > 1 - SAME) continue
    // Right after it, those that were rising are above.
    let beyond = risen
    while (beyond < rising.length && at(rising, beyond) <= point + SAME) beyond++
    worst = Math.max(worst, above + beyond)
    best = Math.min(best, above + beyond)
  }
  return { best: best + 1, worst: worst + 1 }
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
