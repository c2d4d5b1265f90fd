export { HUANGYAN, type PublishedBase } from './bases.ts'
export { normFor } from './norm.ts'
export { normaliseColumn, type Normalisable, type NormalisedColumn } from './normalise.ts'
export { NORMALISE_KINDS, isAbsolute, type NormaliseFault, type NormaliseRule } from './rule.ts'
