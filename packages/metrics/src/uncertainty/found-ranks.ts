import { at } from '../statistics/array.ts'
import { dirichlet, randomOf } from '../statistics/random.ts'
import { rankerOf } from './ranker.ts'
import { scoreInto, type ScoreTable } from './score-table.ts'

/** The best and the worst rank of each zone (by its number) under all weights tried so far. */
export interface FoundRanks {
  readonly best: Uint32Array
  readonly worst: Uint32Array
  /** The weights of either. */
  readonly bestWeights: Float64Array[]
  readonly worstWeights: Float64Array[]
  /** Ranks all zones under these weights. */
  readonly tryWeights: (weights: Float64Array) => void
}

/** Starts with the corners, the centre and `draws` random weights. */
export function foundRanks(table: ScoreTable, draws: number, seed: number): FoundRanks {
  const { size, zones } = table
  const best = new Uint32Array(size).fill(size)
  const worst = new Uint32Array(size)
  const bestWeights: Float64Array[] = []
  const worstWeights: Float64Array[] = []
  const ranks = new Uint32Array(size)
  const scores = new Float64Array(zones.length)
  const ranker = rankerOf(zones)
  const tryWeights = (weights: Float64Array) => {
    scoreInto(table, weights, scores)
    ranker.rank(scores, ranks, 0)
    for (const zone of zones) {
      const rank = at(ranks, zone)
      if (rank < at(best, zone) || !bestWeights[zone]) {
        best[zone] = rank
        bestWeights[zone] = weights
      }
      if (rank > at(worst, zone)) {
        worst[zone] = rank
        worstWeights[zone] = weights
      }
    }
  }
  for (const weights of candidateWeights(table.columns.length, draws, seed)) tryWeights(weights)
  return { best, worst, bestWeights, worstWeights, tryWeights }
}

function candidateWeights(k: number, draws: number, seed: number): Float64Array[] {
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
