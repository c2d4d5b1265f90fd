import {
  composite,
  drawsWithin,
  gradesWithin,
  rankIntervals,
  rankUncertainty,
  rankWithinGroups,
  topShares,
  type Composite,
  type CompositeFault,
  type CompositeMethod,
  type DrawOptions,
  type Grades,
  type PeerGroup,
  type RankInterval,
} from '@permu/metrics'
import { inputOf, type PlainInput } from './input.ts'

export interface RankingAsk {
  readonly input: PlainInput
  readonly method: CompositeMethod
  readonly draws: DrawOptions | null
  /** Chances to be among the first so many. */
  readonly top: number
  /** Whether grades, intervals and chances are those within each group. */
  readonly within: boolean
}

export interface RankingAnswer {
  readonly result: Composite
  readonly peers: readonly PeerGroup[] | null
  readonly grades: Grades | null
  readonly intervals: readonly (RankInterval | null)[] | null
  readonly topChance: Float64Array | null
  readonly draws: number
}

const NOT_DRAWN = { intervals: null, topChance: null, draws: 0 }

/** A ranking with its grades and, where draws are asked for, how sure each rank is. */
export function computeRanking(ask: RankingAsk): RankingAnswer | CompositeFault {
  const input = inputOf(ask.input)
  const result = composite(input, ask.method)
  if ('error' in result) return result
  const { groups } = ask.input
  const peers = groups ? rankWithinGroups(result.scores, groups) : null
  const grades = peers && ask.within ? gradesWithin(result, peers) : result.grades
  if (!ask.draws) return { result, peers, grades, ...NOT_DRAWN }
  const drawn = rankUncertainty(input, ask.method, ask.draws)
  if ('error' in drawn) return drawn
  const draws = groups && ask.within ? drawsWithin(drawn, groups) : drawn
  const intervals = rankIntervals(draws)
  const topChance = topShares(draws, ask.top)
  return { result, peers, grades, intervals, topChance, draws: draws.draws }
}
