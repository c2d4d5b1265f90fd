import { at } from '../statistics/array.ts'
import { duelScores, duelsOf, haveCodes } from './duels.ts'

/**
 * How much of the weight prefers unit a to unit b, ties counting half, row after row (n × n, diagonal
 * 0). Columns: more is better; over the criteria both have (NaN = missing), ½ where there are none.
 */
export function outranking(
  columns: readonly Float64Array[],
  weights: ArrayLike<number>,
): Float64Array {
  const n = columns[0]?.length ?? 0
  const matrix = new Float64Array(n * n)
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      const share = preference(columns, weights, [a, b])
      matrix[a * n + b] = share
      matrix[b * n + a] = 1 - share
    }
  }
  return matrix
}

function preference(
  columns: readonly Float64Array[],
  weights: ArrayLike<number>,
  [a, b]: readonly [number, number],
): number {
  let above = 0
  let below = 0
  let all = 0
  for (let j = 0; j < columns.length; j++) {
    const column = columns[j]
    const difference = column ? at(column, a) - at(column, b) : NaN
    if (Number.isNaN(difference)) continue
    const weight = at(weights, j)
    all += weight
    if (difference > 0) above += weight
    else if (difference < 0) below += weight
  }
  return all > 0 ? 0.5 + (above - below) / (2 * all) : 0.5
}

const EVEN = 1e-12

/**
 * Copeland scores: how many units a unit is preferred to by more than half of the weight, less how many
 * are preferred to it; NaN for a unit without a value. Copeland, 1951; Munda & Nardo, 2009.
 */
export function copelandScores(
  columns: readonly Float64Array[],
  weights: ArrayLike<number>,
): Float64Array {
  const n = columns[0]?.length ?? 0
  const scores = haveCodes(columns.length)
    ? duelScores(duelsOf(columns), weights)
    : pairScores(columns, weights)
  for (let i = 0; i < n; i++) {
    if (columns.every((column) => Number.isNaN(column[i]))) scores[i] = NaN
  }
  return scores
}

function pairScores(columns: readonly Float64Array[], weights: ArrayLike<number>): Float64Array {
  const n = columns[0]?.length ?? 0
  const scores = new Float64Array(n)
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      const lead = preference(columns, weights, [a, b]) - 0.5
      if (Math.abs(lead) <= EVEN) continue
      scores[a] = at(scores, a) + Math.sign(lead)
      scores[b] = at(scores, b) - Math.sign(lead)
    }
  }
  return scores
}
