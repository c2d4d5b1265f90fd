/**
 * How the values of a criterion become comparable with those of another; `to` is the range of the
 * result, worst and best (0–100 unless said otherwise).
 *
 * - `min-max`: linear between the worst and the best value.
 * - `z-score`: distance from the mean in sample standard deviations, to `mean` (0) and `deviation` (1, above 0).
 * - `percentile`: the share of the other zones that are worse.
 * - `rank`: 1 = worst, ties share the lowest; `borda`: the same from 0.
 * - `goalposts`: linear between `low` and `high`, cut off beyond.
 * - `target`: the way from the worst value to `target`, 1 = there; `cap` cuts it off at 1.
 * - `best`: the way from the worst value to the best, 0–1.
 * - `max`: share of the largest value. `vector`: share of the Euclidean norm. `sum`: share of the
 *   sum. `linear`: value ÷ largest, or smallest ÷ value where less is better.
 * - `base`: 100 × value ÷ `base` (base ÷ value where less is better), at most 100 × `cap`.
 * - `norm`: 100 × value ÷ the mean or median of the zone's group.
 */
export type NormaliseRule =
  | { readonly kind: 'min-max' | 'percentile'; readonly to?: readonly [number, number] }
  | { readonly kind: 'z-score'; readonly mean?: number; readonly deviation?: number }
  | { readonly kind: 'rank' | 'borda' | 'best' | 'max' | 'vector' | 'sum' | 'linear' }
  | {
      readonly kind: 'goalposts'
      readonly low: number
      readonly high: number
      readonly to?: readonly [number, number]
    }
  | { readonly kind: 'target'; readonly target: number; readonly cap?: boolean }
  | { readonly kind: 'base'; readonly base: number; readonly cap?: number }
  | { readonly kind: 'norm'; readonly centre: 'group-mean' | 'group-median' }

/** The kinds of {@link NormaliseRule}. */
export const NORMALISE_KINDS = [
  'min-max',
  'z-score',
  'percentile',
  'rank',
  'borda',
  'goalposts',
  'target',
  'best',
  'max',
  'vector',
  'sum',
  'linear',
  'base',
  'norm',
] as const satisfies readonly NormaliseRule['kind'][]

/** Why values cannot be normalised by a rule: it asks for numbers ≥ 0, > 0, a usable base, or groups. */
export interface NormaliseFault {
  readonly error: 'negative-values' | 'zero-values' | 'base-invalid' | 'no-groups'
}

/** Whether a rule gives the same number whatever the other zones do. */
export function isAbsolute(rule: NormaliseRule): boolean {
  return rule.kind === 'goalposts' || rule.kind === 'base'
}

/** Whether a rule means the value itself, in its own unit, so that a logarithm must not replace it. */
export function needsOwnUnit(rule: NormaliseRule): boolean {
  return isAbsolute(rule) || rule.kind === 'target' || rule.kind === 'norm'
}
