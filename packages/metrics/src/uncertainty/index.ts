export { CONCENTRATION } from './concentration.ts'
export { auditCorrelations, compareRankings, type Agreement, type CorrelatedPair } from './audit.ts'
export { rankBounds, type BoundsOptions, type RankBounds } from './bounds.ts'
export { leaveOut, meanShift, type LeftOut } from './leave-out.ts'
export { drawRanks, rankUncertainty, type DrawOptions, type RankDraws } from './monte-carlo.ts'
export { CHOICES, type Choices } from './rank-model.ts'
export {
  whatItTakes,
  type Lift,
  type Reach,
  type ReachFault,
  type Step,
  type Wish,
} from './reach.ts'
export { methodTable, scoreTable, type ScoreTable, type TableFault } from './score-table.ts'
export { choiceSensitivity, type ChoiceIndex } from './sensitivity.ts'
export { SOBOL_INPUTS, sobolIndices, type SobolIndex, type SobolOptions } from './sobol-indices.ts'
export { weightIntervals, type WeightInterval } from './stability.ts'
export {
  centralWeights,
  chanceAbove,
  indistinctGroups,
  rankAcceptability,
  rankIntervals,
  topShares,
  type RankInterval,
} from './summary.ts'
export { drawsWithin } from './within.ts'
