import type { Column } from '../column.ts'
import type { Better } from '../indicator.ts'
import { competitionRanks, rankOrder } from './competition.ts'
import { eligibleZones, isPresent, type Exclusion, type MissingRule } from './missing.ts'
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
    order: rankOrder(ranks),
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
  const target = typeof better === 'string' ? null : better.target
  const values = new Float64Array(ranked.length).fill(NaN)
  for (let zone = 0; zone < values.length; zone++) {
    if (ranked[zone] === 0 || !isPresent(column, zone)) continue
    const value = column.values[zone] ?? NaN
    values[zone] = target ? distance(value, target) : value
  }
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
  const scores = new Float64Array(ranked.length)
  const parts = normalised.map(({ values }, criterion) => {
    const weight = (weights[criterion] ?? 0) * scale
    const part = new Float64Array(values.length)
    for (let zone = 0; zone < part.length; zone++) {
      part[zone] = (weight * (values[zone] ?? NaN)) / (1 - (lost[zone] ?? 0))
      if (!Number.isNaN(values[zone])) scores[zone] = (scores[zone] ?? 0) + (part[zone] ?? 0)
    }
    return part
  })
  for (let zone = 0; zone < scores.length; zone++) if (ranked[zone] === 0) scores[zone] = NaN
  return { scores, parts }
}

function lostShares(normalised: readonly Normalised[], weights: Float64Array): Float64Array {
  const lost = new Float64Array(normalised[0]?.values.length ?? 0)
  normalised.forEach(({ values }, criterion) => {
    const weight = weights[criterion] ?? 0
    for (let zone = 0; zone < lost.length; zone++) {
      if (Number.isNaN(values[zone])) lost[zone] = (lost[zone] ?? 0) + weight
    }
  })
  return lost
}
