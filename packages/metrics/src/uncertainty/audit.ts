import { mapPresent } from '../statistics/array.ts'
import { correlate, type Correlation } from '../statistics/correlation.ts'
import { meanShift } from './leave-out.ts'

/** Two criteria (by index) and how they go together; `r` null = too few values, or one is constant. */
export interface CorrelatedPair {
  readonly a: number
  readonly b: number
  readonly r: number | null
  /** `redundant`: r > 0.9, nearly the same twice; `conflicting`: r < −0.4, what one gives the other takes. */
  readonly flag: 'redundant' | 'conflicting' | null
}

/** All pairs of criteria of which more is better (NaN = missing). OECD/JRC, Handbook, 2008, step 4. */
export function auditCorrelations(
  columns: readonly Float64Array[],
  kind: Correlation = 'spearman',
): CorrelatedPair[] {
  return columns.flatMap((first, a) =>
    columns.slice(a + 1).map((second, k) => {
      const r = correlate(first, second, kind)
      return { a, b: a + 1 + k, r, flag: flagOf(r) }
    }),
  )
}

function flagOf(r: number | null): CorrelatedPair['flag'] {
  if (r === null) return null
  if (r < -0.4) return 'conflicting'
  return r > 0.9 ? 'redundant' : null
}

/** How far the rankings of two methods agree, over the zones that both rank. */
export interface Agreement {
  readonly a: number
  readonly b: number
  readonly spearman: number | null
  readonly kendall: number | null
  /** The mean absolute difference of a zone's two ranks. */
  readonly shift: number | null
}

/** Each pair of rankings of the same zones (competition ranks, 0 = none) compared. */
export function compareRankings(rankings: readonly Int32Array[]): Agreement[] {
  const columns = rankings.map((ranks) => {
    return mapPresent(Float64Array.from(ranks), (rank) => (rank > 0 ? rank : NaN))
  })
  return columns.flatMap((first, a) =>
    columns.slice(a + 1).map((second, k) => ({
      a,
      b: a + 1 + k,
      spearman: correlate(first, second, 'spearman'),
      kendall: correlate(first, second, 'kendall'),
      shift: meanShift(rankings[a] ?? [], rankings[a + 1 + k] ?? []),
    })),
  )
}
