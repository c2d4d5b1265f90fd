export { AGGREGATE_OPTIONS, GAP_OPTIONS, NORMALISE_OPTIONS } from './catalogue.ts'
export { methodCard, methodText, type MethodCard } from './card.ts'
export { composite } from './composite.ts'
export { compositeOfMeans } from './composite-of-means.ts'
export { COMPOSITE_FAULTS } from './fault-text.ts'
export { compositeOf, plainOf } from './from-method.ts'
export type { MethodOption } from './option.ts'
export { WEIGHT_OPTIONS } from './weight-options.ts'
export {
  WEIGHINGS,
  leavesOf,
  withoutNode,
  type Aggregation,
  type CompositeMethod,
  type CompositePreset,
  type MethodBranch,
  type MethodLeaf,
  type MethodNode,
  type Weighing,
} from './method.ts'
export { gradesWithin, rankWithinGroups, type PeerGroup } from './peers.ts'
export { landUseMethod, type Ideals } from './land-use.ts'
export { COMPOSITE_PRESETS } from './presets.ts'
export type {
  BranchScores,
  Composite,
  CompositeExclusion,
  CompositeFault,
  CompositeInput,
  TreatmentCheck,
  WeightsUsed,
} from './result.ts'
export * from '../statistics/index.ts'
export * from '../treat/index.ts'
export * from '../normalise/index.ts'
export * from '../weights/index.ts'
export * from '../aggregate/index.ts'
export {
  GRADE_RULES,
  LEAST_ZONES_FOR_QUOTA,
  gradeZones,
  type FixedGrade,
  type Gradable,
  type GradeFault,
  type GradeNote,
  type GradeRule,
  type Grades,
  type QuotaGrade,
  type ScoreClass,
} from '../grades.ts'
