import type { MeanFault } from '../aggregate/means.ts'
import type { CouplingFault } from '../aggregate/coupling.ts'
import type { FieldTable } from '../evaluate.ts'
import type { FixedGrade, GradeFault, Grades } from '../grades.ts'
import type { MissingReason } from '../measure.ts'
import type { NormaliseFault } from '../normalise/rule.ts'
import type { Groups, ImputedCell } from '../treat/impute.ts'
import type { ShapeCheck, TreatedCell } from '../treat/outliers.ts'
import type { DataWeightFault } from '../weights/spread.ts'
import type { NodeSum, TreeFault } from '../weights/tree.ts'
import type { MethodCard } from './card.ts'

/** Indicator columns by id; the group of each zone (for group rules); grades fixed before a quota. */
export interface CompositeInput extends FieldTable {
  readonly groups?: Groups
  readonly fixed?: readonly FixedGrade[]
}

/**
 * Why a zone is not ranked. `missing`: it lacks a criterion (by index; `reason`, `fields` as in the
 * column). `availability`: it has too small a share of its data. `undefined`: the aggregation has no
 * value there (TOPSIS where all zones are equal, coordination of all zeros).
 */
export interface CompositeExclusion {
  readonly zone: number
  readonly why: 'missing' | 'availability' | 'undefined'
  readonly criterion: number | null
  readonly reason: MissingReason | null
  readonly fields: readonly string[]
}

/** What outlier treatment did to a criterion, and the tests before and after. */
export interface TreatmentCheck {
  readonly criterion: number
  readonly method: 'none' | 'winsorised' | 'log' | 'too-few'
  readonly before: ShapeCheck
  readonly after: ShapeCheck
}

/** The weights in use: effective (they sum to 1), the sums at each node, what became of data weights. */
export interface WeightsUsed {
  readonly leaves: readonly string[]
  readonly effective: Float64Array
  readonly sums: readonly NodeSum[]
  /** Criteria with a weight of their own that discriminate nothing, or load negatively (PCA). */
  readonly doubtful: readonly number[]
  /** What data weights were computed from. */
  readonly input: 'raw' | 'min-max' | 'correlation' | null
}

/** The scores of a sub-index. */
export interface BranchScores {
  readonly id: string
  readonly scores: Float64Array
}

/**
 * A composite index. Criteria are the leaves of the method from left to right. `scores` NaN = unranked;
 * `ranks` 1224 (0 = none); `order` the ranked zones, best first; `normalised[c][z]` NaN where missing;
 * `parts[c][z]` sum to the score, null where the aggregation is not a sum; `flat` criteria in which all
 * ranked zones are equal; every cell that was treated or imputed is listed.
 */
export interface Composite {
  readonly scores: Float64Array
  readonly ranks: Int32Array
  readonly order: Int32Array
  readonly parts: readonly Float64Array[] | null
  readonly branches: readonly BranchScores[]
  readonly normalised: readonly Float64Array[]
  readonly treated: readonly TreatedCell[]
  readonly checks: readonly TreatmentCheck[]
  readonly imputed: readonly ImputedCell[]
  readonly flat: readonly number[]
  readonly excluded: readonly CompositeExclusion[]
  readonly weights: WeightsUsed
  readonly grades: Grades | null
  readonly card: MethodCard
}

/** Why a method cannot be applied to the data; `criterion` (index of the leaf) or `node` names the place. */
export type CompositeFault =
  | TreeFault
  | ((NormaliseFault | DataWeightFault) & { readonly criterion?: number })
  | MeanFault
  | CouplingFault
  | GradeFault
  | { readonly error: 'indicator-unknown'; readonly criterion: number }
  | { readonly error: 'unit-conflict'; readonly criterion: number }
