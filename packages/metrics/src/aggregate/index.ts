export { COUPLING_CLASSES } from './coupling-classes.ts'
export {
  COUPLINGS,
  COUPLING_RANGE,
  couplingCoordination,
  rescaleForCoupling,
  type Coordination,
  type Coupling,
  type CouplingFault,
} from './coupling.ts'
export { copelandScores, outranking } from './copeland.ts'
export { copelandCounts } from './duels.ts'
export { mazziottaPareto } from './mazziotta-pareto.ts'
export { weightedMean, type Mean, type MeanFault } from './means.ts'
export {
  TOPSIS_SCALES,
  topsis,
  type Topsis,
  type TopsisFault,
  type TopsisInput,
  type TopsisScale,
} from './topsis.ts'
