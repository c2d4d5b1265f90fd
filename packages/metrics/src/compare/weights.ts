/** Why a set of weights cannot be used; `criterion` is the index of the weight at fault. */
export type WeightFault =
  | { readonly error: 'no-criteria' }
  | { readonly error: 'weights-all-zero' }
  | { readonly error: 'weight-invalid'; readonly criterion: number }

/** Weights as shares that sum to 1, or what is wrong with them: none, all zero, negative, not finite. */
export function weightShares(weights: readonly number[]): Float64Array | WeightFault {
  if (weights.length === 0) return { error: 'no-criteria' }
  const bad = weights.findIndex((weight) => !(Number.isFinite(weight) && weight >= 0))
  if (bad >= 0) return { error: 'weight-invalid', criterion: bad }
  // Divided by the largest first, weights near the end of the number range do not overflow.
  const largest = Math.max(...weights)
  if (largest === 0) return { error: 'weights-all-zero' }
  const scaled = weights.map((weight) => weight / largest)
  const total = scaled.reduce((sum, weight) => sum + weight, 0)
  return Float64Array.from(scaled, (weight) => weight / total)
}
