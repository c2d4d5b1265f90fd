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
export { mazziottaPareto } from './mazziotta-pareto.ts'
export { weightedMean, type Mean, type MeanFault } from './means.ts'
export { topsis, type Topsis, type TopsisInput } from './topsis.ts'
