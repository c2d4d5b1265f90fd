import { newBasis, objectiveOf, type Basis } from './basis.ts'
import { at, roundScale } from './entries.ts'
import { poolOf, type Program } from './program.ts'
import { FRONTIER_REASONS, frontierCode, type FrontierReason } from './sample.ts'
import { minimise } from './simplex.ts'

/** The least and the greatest share that an indicator may have in a zone's own score, from 0 to 1. */
export interface ShareBounds {
  readonly low: number
  readonly high: number
}

/** Why bounds cannot be met by any zone, or indicators cannot be used. */
export type DoubtFault = { readonly error: 'no-indicators' | 'bounds-count' | 'bounds-invalid' }

/**
 * Scores in [0, 1], 1 = no other zone is better by this zone's own best weights; `shares[k][zone]` is
 * the share of indicator k in the score (they sum to 1; NaN where the score is 0 or missing).
 * `reasons` has a code of {@link doubtReasonAt} where there is no score.
 */
export interface DoubtResult {
  readonly scores: Float64Array
  readonly shares: readonly Float64Array[]
  readonly reasons: Uint8Array
}

/**
 * Benefit of the doubt: each zone's score by the weights that suit it best, with which no zone exceeds
 * 1. Indicators are columns of values ≥ 0, more being better; units do not matter. NaN is
 * `missing-value`, below 0 `negative-value`; a zone with 0 in all of them scores 0. Bounds, one for
 * each indicator, limit its share in the zone's own score; where none of the allowed weights gives a
 * score above 0 the zone is `infeasible`. With no bounds many zones tie at 1.
 *
 * Melyn & Moesen 1991; Cherchye, Moesen, Rogge & Van Puyenbroeck 2007; Wong & Beasley 1990 (bounds).
 */
export function benefitOfTheDoubt(
  indicators: readonly Float64Array[],
  bounds: readonly ShareBounds[] = [],
): DoubtResult | DoubtFault {
  const fault = faultOf(indicators, bounds)
  if (fault !== null) return { error: fault }
  const size = indicators[0]?.length ?? 0
  const reasons = reasonsOf(indicators, size)
  const zones = Int32Array.from(reasons.keys()).filter((zone) => reasons[zone] === 0)
  const rows = matrixOf(indicators, zones)
  const result: DoubtResult = {
    scores: new Float64Array(size).fill(NaN),
    shares: indicators.map(() => new Float64Array(size).fill(NaN)),
    reasons,
  }
  solveAll({ rows, zones, bounds }, result)
  return result
}

/** Why a zone has no score; null where it has one. */
export function doubtReasonAt({ reasons }: DoubtResult, zone: number): FrontierReason | null {
  return FRONTIER_REASONS[(reasons[zone] ?? 0) - 1] ?? null
}

function faultOf(
  indicators: readonly Float64Array[],
  bounds: readonly ShareBounds[],
): DoubtFault['error'] | null {
  if (indicators.length === 0) return 'no-indicators'
  if (bounds.length === 0) return null
  if (bounds.length !== indicators.length) return 'bounds-count'
  const sum = (end: 'low' | 'high') => bounds.reduce((total, bound) => total + bound[end], 0)
  const valid = bounds.every(({ low, high }) => low >= 0 && low <= high && high <= 1)
  return valid && sum('low') <= 1 && sum('high') >= 1 ? null : 'bounds-invalid'
}

function reasonsOf(indicators: readonly Float64Array[], size: number): Uint8Array {
  const reasons = new Uint8Array(size)
  for (const values of indicators) {
    if (values.length !== size) throw new Error('Indicators of one score have the same zones')
    values.forEach((value, zone) => {
      if (!Number.isFinite(value)) reasons[zone] = frontierCode('missing-value')
      else if (value < 0 && reasons[zone] === 0) reasons[zone] = frontierCode('negative-value')
    })
  }
  return reasons
}

// Zone after zone: the indicators in units near their largest value, then 1.
function matrixOf(indicators: readonly Float64Array[], zones: Int32Array): Float64Array {
  const stride = indicators.length + 1
  const rows = new Float64Array(zones.length * stride).fill(1)
  indicators.forEach((values, k) => {
    let most = 0
    for (const zone of zones) most = Math.max(most, at(values, zone))
    zones.forEach((zone, o) => {
      rows[o * stride + k] = most > 0 ? at(values, zone) / roundScale(most) : 0
    })
  })
  return rows
}

interface Task {
  readonly rows: Float64Array
  readonly zones: Int32Array
  readonly bounds: readonly ShareBounds[]
}

function solveAll(task: Task, result: DoubtResult): void {
  const count = result.shares.length
  const pool = poolOf(task.rows, count + 1)
  const basis = newBasis(count, count + 1)
  task.zones.forEach((zone, o) => {
    const own = task.rows.subarray(o * (count + 1), o * (count + 1) + count)
    if (own.every((value) => value === 0)) {
      result.scores[zone] = 0
      return
    }
    const status = minimise(doubtProgram({ pool, own, o }, task.bounds), basis)
    const score = objectiveOf(basis)
    if (status !== 'optimal') result.reasons[zone] = frontierCode('numerical')
    else if (score <= 1e-10) result.reasons[zone] = frontierCode('infeasible')
    else {
      result.scores[zone] = Math.min(score, 1)
      shareOut(result, basis, { zone, own })
    }
  })
}

// The dual of the score: least Σλ with λ·indicator ≥ the zone's own, a row an indicator. A bound on a
// share is a column. Own columns: a slack a row, then the lower and the upper bound of each share.
function doubtProgram(
  { pool, own, o }: { pool: Program['pool']; own: Float64Array; o: number },
  bounds: readonly ShareBounds[],
): Program {
  const rows = own.length
  const columns = new Float64Array((rows + 2 * bounds.length) * rows)
  const factors = new Float64Array(rows + 1)
  const poolCosts = new Float64Array(rows + 1)
  poolCosts[rows] = 1
  const present = own.map((value) => (value > 0 ? value / roundScale(value) : 0))
  for (let k = 0; k < rows; k++) {
    factors[k] = 1 / (at(own, k) > 0 ? roundScale(at(own, k)) : 1)
    columns[k * rows + k] = -1
    const bound = bounds[k]
    if (bound === undefined) continue
    for (let i = 0; i < rows; i++) {
      const itself = i === k ? 1 : 0
      columns[(rows + 2 * k) * rows + i] = at(present, i) * (bound.low - itself)
      columns[(rows + 2 * k + 1) * rows + i] = at(present, i) * (itself - bound.high)
    }
  }
  const start = Int32Array.from(present, (_, k) => pool.size + k)
  start[present.findIndex((value) => value > 0)] = o
  const ownCosts = new Float64Array(columns.length / rows)
  const base = { rows, pool, factors, poolCosts, own: columns, ownCosts, rhs: present }
  return { ...base, barred: -1, fixed: -1, start }
}

// A dual is the weight of its indicator in the units of its row.
function shareOut(
  result: DoubtResult,
  { duals }: Basis,
  { zone, own }: { zone: number; own: Float64Array },
): void {
  const parts = own.map((value, k) =>
    value > 0 ? (Math.max(at(duals, k), 0) * value) / roundScale(value) : 0,
  )
  const total = parts.reduce((sum, part) => sum + part, 0)
  result.shares.forEach((share, k) => {
    share[zone] = at(parts, k) / total
  })
}
