import type { Column } from '../column.ts'
import type { Better } from '../indicator.ts'
import { competitionRanks } from './competition.ts'
import { eligibleZones, type Exclusion, type MissingRule } from './missing.ts'
import { normalise, scoreScale, type Normalisation, type Normalised } from './normalise.ts'
import { weightShares, type WeightFault } from './weights.ts'

/** One column of a comparison, its weight (any non-negative number) and what is good in it. */
export interface Criterion {
  readonly id: string
  readonly weight: number
  readonly better: Better
  readonly column: Column
}

/** How criteria become one score. */
export interface RankOptions {
  readonly normalise: Normalisation
  readonly missing: MissingRule
}

/**
 * Zones in order. `scores` are 0–100 for min–max and percentile (NaN = unranked); `ranks` are
 * 1224 ranks (0 = none); `order` has the ranked zones, best first; `parts[c][z]` is what criterion c
 * adds to the score of z (NaN if missing), so that a zone's parts sum to its score; `weights` are
 * shares; `flat` names the criteria in which all ranked zones are equal.
 */
export interface Ranking {
  readonly scores: Float64Array
  readonly ranks: Int32Array
  readonly order: Int32Array
  readonly parts: readonly Float64Array[]
  readonly weights: Float64Array
  readonly excluded: readonly Exclusion[]
  readonly flat: readonly number[]
}

/**
 * The weighted arithmetic mean of normalised criteria, and the ranks of its scores. Criteria are
 * normalised over the ranked zones only. A target counts by the distance outside it, less being
 * better. A fault in the weights comes back as `{ error }`; throws when columns differ in length.
 *
 * Min–max and weighted sum: OECD/JRC, Handbook on Constructing Composite Indicators, 2008.
 */
export function rankZones(
  criteria: readonly Criterion[],
  options: RankOptions,
): Ranking | WeightFault {
  const weights = weightShares(criteria.map(({ weight }) => weight))
  if ('error' in weights) return weights
  const columns = criteria.map(({ column }) => column)
  if (columns.some(({ values }) => values.length !== columns[0]?.values.length)) {
    throw new Error('Columns of one comparison have the same zones')
  }
  const eligible = eligibleZones(columns, weights, options.missing)
  const normalised = criteria.map((criterion) =>
    normaliseCriterion(criterion, eligible.ranked, options.normalise),
  )
  const { scores, parts } = weigh(normalised, weights, {
    ranked: eligible.ranked,
    scale: scoreScale(options.normalise),
  })
  const ranks = competitionRanks(scores)
  return {
    scores,
    ranks,
    order: orderOf(ranks),
    parts,
    weights,
    excluded: eligible.excluded,
    flat: normalised.flatMap(({ flat }, criterion) => (flat ? [criterion] : [])),
  }
}

function normaliseCriterion(
  { better, column }: Criterion,
  ranked: Uint8Array,
  normalisation: Normalisation,
): Normalised {
  const far = typeof better === 'string' ? null : better.target
  const values = column.values.map((value, zone) => {
    const present = ranked[zone] === 1 && column.reasons[zone] === 0 && Number.isFinite(value)
    if (!present) return NaN
    return far ? distance(value, far) : value
  })
  return normalise(values, better === 'more' ? 1 : -1, normalisation)
}

// An open end that came through JSON is null there.
function distance(value: number, [low, high]: readonly [number | null, number | null]): number {
  return Math.max((low ?? -Infinity) - value, value - (high ?? Infinity), 0)
}

interface Weighed {
  readonly scores: Float64Array
  readonly parts: readonly Float64Array[]
}

function weigh(
  normalised: readonly Normalised[],
  weights: Float64Array,
  { ranked, scale }: { readonly ranked: Uint8Array; readonly scale: number },
): Weighed {
  const lost = lostShares(normalised, weights)
  const scores = Float64Array.from(ranked, (is) => (is === 1 ? 0 : NaN))
  const parts = normalised.map(({ values }, criterion) => {
    const weight = (weights[criterion] ?? 0) * scale
    return values.map((value, zone) => {
      if (Number.isNaN(value)) return NaN
      const part = (weight * value) / (1 - (lost[zone] ?? 0))
      scores[zone] = (scores[zone] ?? NaN) + part
      return part
    })
  })
  return { scores, parts }
}

function lostShares(normalised: readonly Normalised[], weights: Float64Array): Float64Array {
  const lost = new Float64Array(normalised[0]?.values.length ?? 0)
  normalised.forEach(({ values }, criterion) => {
    values.forEach((value, zone) => {
      if (Number.isNaN(value)) lost[zone] = (lost[zone] ?? 0) + (weights[criterion] ?? 0)
    })
  })
  return lost
}

// Rank and index in one number, so that the engine's numeric sort does the work.
function orderOf(ranks: Int32Array): Int32Array {
  const n = ranks.length
  const keys = Float64Array.from(ranks, (rank, zone) => (rank === 0 ? NaN : rank * n + zone))
  const ranked = keys.filter((key) => !Number.isNaN(key)).sort()
  return Int32Array.from(ranked, (key) => key % n)
}
