import { newBasis, type Basis } from '../frontier/basis.ts'
import { poolOf, type Pool, type Program } from '../frontier/program.ts'
import { minimise } from '../frontier/simplex.ts'
import { at } from '../statistics/array.ts'

/**
 * Some of the directions whose mixture, weighted from 0 to 1, exceeds the margin in every entry, so that under
 * any weights at least one of them does (`places`), or weights under which none is far above it.
 */
export type Mixture =
  | { readonly kind: 'mixture'; readonly places: readonly number[] }
  | { readonly kind: 'weights'; readonly weights: Float64Array }
  | { readonly kind: 'unknown' }

/** Directions in k entries, of which some can be left out for a while. */
export interface Mixtures {
  find(): Mixture
  leaveOut(place: number): void
  putBack(place: number): void
}

/**
 * Searches mixtures of directions (k entries each, one after the other, of size 1 at most): the largest t
 * with Σλd ≥ t in every entry and Σλ = 1 (von Neumann’s theorem: the weights are its duals). A mixture is
 * multiplied out before it counts.
 */
export function mixturesOf(directions: Float64Array, k: number, margin: number): Mixtures {
  const stride = k + 1
  const count = directions.length / k
  const columns = new Float64Array(count * stride).fill(1)
  for (let l = 0; l < count; l++) {
    columns.set(directions.subarray(l * k, (l + 1) * k), l * stride)
  }
  const pool = poolOf(columns, stride)
  const whole = pool.entries.slice()
  const least = Float64Array.from({ length: count }, (_, l) =>
    Math.min(...directions.subarray(l * k, (l + 1) * k)),
  )
  const out = new Uint8Array(count)
  const basis = newBasis(stride, stride)
  const plain = programOf(pool, k)
  return {
    find() {
      const first = highestOf(least, out)
      if (first < 0) return { kind: 'weights', weights: new Float64Array(k).fill(1 / k) }
      const own = directions.subarray(first * k, (first + 1) * k)
      const start = startAt(pool, own, first)
      if (minimise({ ...plain, start }, basis) !== 'optimal') return { kind: 'unknown' }
      const places = mixed({ directions, k, pool }, basis, margin)
      return places ? { kind: 'mixture', places } : { kind: 'weights', weights: dualsOf(basis, k) }
    },
    leaveOut(place) {
      out[place] = 1
      pool.entries.fill(0, place * stride, (place + 1) * stride)
    },
    putBack(place) {
      out[place] = 0
      pool.entries.set(whole.subarray(place * stride, (place + 1) * stride), place * stride)
    },
  }
}

// Own columns: t above 0, t below 0, and a slack for each entry. A column that is left out is all 0.
function programOf(pool: Pool, k: number): Program {
  const rows = k + 1
  const own = new Float64Array((2 + k) * rows)
  own.fill(-1, 0, k)
  own.fill(1, rows, rows + k)
  for (let j = 0; j < k; j++) own[(2 + j) * rows + j] = -1
  const ownCosts = new Float64Array(2 + k)
  ownCosts.set([-1, 1])
  const rhs = new Float64Array(rows)
  rhs[k] = 1
  return {
    rows,
    pool,
    factors: new Float64Array(rows).fill(1),
    poolCosts: new Float64Array(rows),
    own,
    ownCosts,
    rhs,
    barred: -1,
    fixed: -1,
    start: null,
  }
}

function highestOf(least: Float64Array, out: Uint8Array): number {
  let first = -1
  for (let l = 0; l < least.length; l++) {
    if (out[l] === 0 && (first < 0 || at(least, l) > at(least, first))) first = l
  }
  return first
}

// One direction alone: t is its least entry, the slacks are what the others have above that.
function startAt(pool: Pool, own: Float64Array, first: number): Int32Array {
  const lowest = own.indexOf(Math.min(...own))
  const t = pool.size + (at(own, lowest) >= 0 ? 0 : 1)
  const slacks = [...own.keys()].filter((j) => j !== lowest).map((j) => pool.size + 2 + j)
  return Int32Array.of(first, t, ...slacks)
}

interface Directions {
  readonly directions: Float64Array
  readonly k: number
  readonly pool: Pool
}

// Shares below this are rounding.
const SHARE = 1e-10

function mixed({ directions, k, pool }: Directions, basis: Basis, margin: number): number[] | null {
  const places: number[] = []
  const sum = new Float64Array(k)
  let total = 0
  basis.codes.forEach((code, row) => {
    if (code >= pool.size) return
    const share = at(basis.values, row) / at(pool.scales, code)
    if (!(share > SHARE)) return
    places.push(code)
    total += share
    for (let j = 0; j < k; j++) sum[j] = at(sum, j) + share * at(directions, code * k + j)
  })
  return places.length > 0 && sum.every((entry) => entry > margin * total) ? places : null
}

function dualsOf({ duals }: Basis, k: number): Float64Array {
  const weights = Float64Array.from({ length: k }, (_, j) => Math.abs(at(duals, j)))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => (total > 0 ? weight / total : 1 / k))
}
