import { at } from '../statistics/array.ts'

/** A weighted mean: arithmetic, geometric, harmonic, or the power mean of exponent `p` (not 0). */
export type Mean =
  | { readonly kind: 'arithmetic' | 'geometric' | 'harmonic' }
  | { readonly kind: 'power'; readonly p: number }

/** Cells that a mean is not defined for, as it asks for values above 0. */
export interface MeanFault {
  readonly error: 'not-positive' | 'exponent-invalid'
  readonly cells: readonly { readonly zone: number; readonly criterion: number }[]
}

/** A scale on which the mean is arithmetic, and the way there and back; `rising`: order is kept. */
export interface MeanScale {
  readonly there: (value: number) => number
  readonly back: (value: number) => number
  readonly rising: boolean
}

/** The scale of a mean: logarithms for the geometric, reciprocals for the harmonic, powers. */
export function meanScale(mean: Mean): MeanScale {
  switch (mean.kind) {
    case 'arithmetic':
      return { there: (x) => x, back: (x) => x, rising: true }
    case 'geometric':
      return { there: Math.log, back: Math.exp, rising: true }
    case 'harmonic':
      return { there: (x) => 1 / x, back: (x) => 1 / x, rising: false }
    case 'power': {
      const { p } = mean
      return { there: (x) => x ** p, back: (x) => x ** (1 / p), rising: p > 0 }
    }
  }
}

/** Whether two means are the same one, so that a mean of means is that mean of all. */
export function sameMean(a: Mean, b: Mean): boolean {
  return a.kind === b.kind && (a.kind !== 'power' || b.kind !== 'power' || a.p === b.p)
}

/** The cells that forbid a mean; null where there are none. Weightless criteria count for nothing. */
export function meanFault(
  columns: readonly Float64Array[],
  weights: ArrayLike<number>,
  mean: Mean,
): MeanFault | null {
  if (mean.kind === 'power' && (!Number.isFinite(mean.p) || mean.p === 0)) {
    return { error: 'exponent-invalid', cells: [] }
  }
  if (mean.kind === 'arithmetic') return null
  const cells = columns.flatMap((column, criterion) => {
    if (!(at(weights, criterion) > 0)) return []
    if (column.every((value) => !(value <= 0))) return []
    return [...column.keys()].flatMap((zone) => {
      return at(column, zone) <= 0 ? [{ zone, criterion }] : []
    })
  })
  return cells.length > 0 ? { error: 'not-positive', cells } : null
}

/**
 * The weighted mean of each zone over the values it has (NaN = missing: the weights are normalised
 * over the rest); NaN for a zone that has none. All means but the arithmetic ask for values above 0.
 * OECD/JRC, Handbook, 2008, step 7.
 */
export function weightedMean(
  columns: readonly Float64Array[],
  weights: ArrayLike<number>,
  mean: Mean = { kind: 'arithmetic' },
): Float64Array | MeanFault {
  const fault = meanFault(columns, weights, mean)
  if (fault) return fault
  const { there, back } = meanScale(mean)
  const sums = new Float64Array(columns[0]?.length ?? 0)
  const held = new Float64Array(sums.length)
  columns.forEach((column, j) => {
    const weight = at(weights, j)
    if (!(weight > 0)) return
    for (let zone = 0; zone < sums.length; zone++) {
      const value = column[zone] ?? NaN
      if (Number.isNaN(value)) continue
      sums[zone] = (sums[zone] ?? 0) + weight * there(value)
      held[zone] = (held[zone] ?? 0) + weight
    }
  })
  for (let zone = 0; zone < sums.length; zone++) {
    const share = held[zone] ?? 0
    sums[zone] = share > 0 ? back((sums[zone] ?? 0) / share) : NaN
  }
  return sums
}
