export { RANDOM_INDICES, ahpWeights, type Ahp, type AhpFault, type RandomIndex } from './ahp.ts'
export { pcaWeights, principalComponents, type Components, type PcaWeights } from './pca.ts'
export {
  criticWeights,
  deviationWeights,
  entropyWeights,
  merecWeights,
  type DataWeightFault,
  type DataWeights,
  type Weighable,
} from './spread.ts'
export {
  treeWeights,
  type NodeSum,
  type TreeFault,
  type TreeWeights,
  type WeightNode,
} from './tree.ts'
