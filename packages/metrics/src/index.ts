export { MISSING_REASONS, missing, type Measure, type MissingReason } from './measure.ts'
export {
  blameAt,
  columnOf,
  measureAt,
  reasonAt,
  reasonCode,
  type Blame,
  type Column,
} from './column.ts'
export { dimensionText, sameDimension, type Dimension } from './dimension.ts'
export {
  comparable,
  conversionText,
  convert,
  currencyOf,
  type Unit,
  type UnitId,
  type UnitTerm,
} from './unit.ts'
export { parseUnit, unitOf } from './parse-unit.ts'
export { withCurrency } from './currency.ts'
export { fieldLabels, normaliseLabel, type Field, type Text } from './field.ts'
export { FIELDS, fieldById, matchField } from './fields/catalogue.ts'
export { formulaFields, isSetRelative, type Formula } from './formula.ts'
export { formulaText } from './formula-text.ts'
export { formulaUnitDimension } from './formula-dimension.ts'
export {
  fieldAsIndicator,
  type Better,
  type Indicator,
  type Reference,
  type Source,
} from './indicator.ts'
export { FAMILIES, INDICATORS, indicatorById } from './indicators/catalogue.ts'
export { SPEECH } from './speech.ts'
export { evaluate, evaluateOne, unitIn, type FieldTable } from './evaluate.ts'
export { competitionRanks } from './compare/competition.ts'
export { MISSING_RULES, type Exclusion, type MissingRule } from './compare/missing.ts'
export { NORMALISATIONS, type Normalisation } from './compare/normalise.ts'
export { weightShares, type WeightFault } from './compare/weights.ts'
export { rankZones, type Criterion, type Ranking, type RankOptions } from './compare/composite.ts'
export * from './composite/index.ts'
export * from './uncertainty/index.ts'
export { methodId, type Method, type MethodCriterion, type Preset } from './method.ts'
export { DEFAULT_METHOD, PRESETS } from './presets.ts'
export {
  comparePeriods,
  parsePeriod,
  periodKind,
  type Period,
  type PeriodKind,
  type PeriodParts,
} from './period.ts'
export { annualise, type AnnualiseOptions } from './annualise.ts'
export {
  FRONTIER_CATALOGUE,
  FRONTIER_MODELS,
  frontierModel,
  type FrontierModel,
  type FrontierModelId,
} from './frontier/catalogue.ts'
export { solveFrontier } from './frontier/frontier.ts'
export type { FrontierFault, FrontierMethod, FrontierOptions } from './frontier/method.ts'
export {
  FRONTIER_STATUSES,
  RETURNS_TO_SCALE,
  frontierReasonAt,
  frontierStatusAt,
  peersAt,
  type FigureTable,
  type FrontierResult,
  type FrontierStatus,
  type FrontierWarning,
  type PeerLists,
} from './frontier/result.ts'
export { FRONTIER_REASONS, type FrontierExclusion, type FrontierReason } from './frontier/sample.ts'
export {
  benefitOfTheDoubt,
  doubtReasonAt,
  type DoubtFault,
  type DoubtResult,
  type ShareBounds,
} from './frontier/benefit-of-the-doubt.ts'
export type { CrossGoal } from './frontier/cross.ts'
export type { Orientation, Scale } from './frontier/radial.ts'
export {
  MALMQUIST_PARTS,
  malmquist,
  malmquistReasonAt,
  type MalmquistChange,
  type MalmquistOptions,
  type MalmquistPart,
  type MalmquistResult,
  type PanelFault,
  type PanelPeriod,
} from './productivity/malmquist.ts'
export {
  cobbDouglas,
  type CobbDouglasFault,
  type CobbDouglasResult,
  type CobbDouglasWarning,
} from './productivity/cobb-douglas.ts'
export {
  multilateralTornqvist,
  type Bundle,
  type TornqvistFault,
  type TornqvistResult,
} from './productivity/tornqvist.ts'
export { LEVEL_REASONS, levelReasonAt, type LevelReason } from './productivity/positive.ts'
export { deflate, type Deflation, type Prices } from './productivity/deflate.ts'
export * from './linkage/index.ts'
export * from './starter/index.ts'
export { THRESHOLDS, thresholdsOf } from './benchmarks/catalogue.ts'
export {
  boundIn,
  distanceToBound,
  withinBound,
  type Bound,
  type Threshold,
} from './benchmarks/threshold.ts'
export * from './supply-rule/index.ts'
