export {
  COORDINATION_CUTS,
  COORDINATION_NAMES,
  coordinationClass,
  coordinationCounts,
  linkageCoordination,
  type CoordinationFault,
  type LinkageCoordination,
} from './coordination.ts'
export {
  landFreed,
  shortfall,
  taxGained,
  type Shortfall,
  type ShortfallInput,
  type Standing,
} from './gains.ts'
export { isotonic } from './isotonic.ts'
export {
  linkage,
  type Linkage,
  type LinkageExclusion,
  type LinkageFault,
  type LinkageReference,
  type LinkageRule,
} from './linkage.ts'
export {
  LINKAGE_CLASSES,
  LINKAGE_NAMES,
  LINKAGE_PAIRS,
  type LinkageClass,
  type LinkagePairId,
} from './names.ts'
