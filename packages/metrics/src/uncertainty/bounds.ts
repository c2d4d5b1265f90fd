import { at } from '../statistics/array.ts'
import { randomOf, dirichlet } from '../statistics/random.ts'
import { rankerOf } from './ranker.ts'
import { scoreInto, type ScoreTable } from './score-table.ts'
import { sweepRanks } from './sweep.ts'

/**
 * The ranks that a zone can have under any weights at all. `best` to `worst` were found with some
 * weights; no weights give better than `bestBound` or worse than `worstBound`. `exact`: they agree, so
 * that there is nothing left between what was found and what is proved. Null = not ranked.
 */
export interface RankBounds {
  readonly best: number
  readonly worst: number
  readonly bestBound: number
  readonly worstBound: number
  readonly exact: boolean
}

/**
 * Best and worst ranks over all weights (zero included). Proved: a zone that is better in every
 * criterion is above under any weights. Found: the corners, the centre and `draws` (500) random weights.
 * With two criteria both are exact, by every crossing. With gaps nothing is proved, and the bounds are 1
 * and the number of ranked zones.
 */
export function rankBounds(
  table: ScoreTable,
  { draws = 500, seed = 1 }: { readonly draws?: number; readonly seed?: number } = {},
): (RankBounds | null)[] {
  const bounds: (RankBounds | null)[] = Array<null>(table.size).fill(null)
  const [x, y, third] = table.columns
  if (x && y && !third && !table.gaps) {
    table.zones.forEach((zone, k) => {
      const { best, worst } = sweepRanks(x, y, k)
      bounds[zone] = { best, worst, bestBound: best, worstBound: worst, exact: true }
    })
    return bounds
  }
  const found = foundRanks(table, candidateWeights(table, draws, seed))
  table.zones.forEach((zone, k) => {
    const proved = table.gaps ? { best: 1, worst: table.zones.length } : provedRanks(table, k)
    const [best, worst] = [at(found.best, zone), at(found.worst, zone)]
    // Zones within the tolerance of ties share a rank although one of them is better in all.
    const [bestBound, worstBound] = [Math.min(best, proved.best), Math.max(worst, proved.worst)]
    const exact = best === bestBound && worst === worstBound
    bounds[zone] = { best, worst, bestBound, worstBound, exact }
  })
  return bounds
}

// Who is above under any weights, and who can be above under some.
function provedRanks({ columns, zones }: ScoreTable, own: number): { best: number; worst: number } {
  let always = 0
  let sometimes = 0
  for (let other = 0; other < zones.length; other++) {
    let least = Infinity
    let most = -Infinity
    for (const column of columns) {
      const lead = at(column, other) - at(column, own)
      if (lead < least) least = lead
      if (lead > most) most = lead
    }
    if (least > 0) always++
    if (most > 0) sometimes++
  }
  return { best: 1 + always, worst: 1 + sometimes }
}

function candidateWeights(table: ScoreTable, draws: number, seed: number): Float64Array[] {
  const k = table.columns.length
  const corners = [...Array(k).keys()].map((j) => new Float64Array(k).fill(1, j, j + 1))
  const centre = new Float64Array(k).fill(1 / k)
  const random = randomOf(seed)
  const shape = new Float64Array(k).fill(1)
  const drawn = Array.from({ length: k < 2 ? 0 : draws }, () => {
    const weights = new Float64Array(k)
    dirichlet(random, shape, weights)
    return weights
  })
  return [...corners, centre, ...drawn]
}

function foundRanks(
  table: ScoreTable,
  candidates: readonly Float64Array[],
): { best: Uint32Array; worst: Uint32Array } {
  const best = new Uint32Array(table.size).fill(table.size)
  const worst = new Uint32Array(table.size)
  const ranks = new Uint32Array(table.size)
  const scores = new Float64Array(table.zones.length)
  const ranker = rankerOf(table.zones)
  for (const weights of candidates) {
    scoreInto(table, weights, scores)
    ranker.rank(scores, ranks, 0)
    for (const zone of table.zones) {
      best[zone] = Math.min(at(best, zone), at(ranks, zone))
      worst[zone] = Math.max(at(worst, zone), at(ranks, zone))
    }
  }
  return { best, worst }
}
