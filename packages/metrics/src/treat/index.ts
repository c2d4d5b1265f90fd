export {
  FILLS,
  GAP_RULES,
  impute,
  type Fill,
  type GapRule,
  type Groups,
  type ImputedCell,
} from './impute.ts'
export {
  checkShape,
  treatOutliers,
  type ShapeCheck,
  type TreatRule,
  type Treated,
  type TreatedCell,
} from './outliers.ts'
export { availability, screenedOut, type Availability } from './screen.ts'
