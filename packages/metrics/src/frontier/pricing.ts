import type { Basis } from './basis.ts'
import { at, indexAt } from './entries.ts'
import type { Pool, Program } from './program.ts'

/** Which columns may enter, and how one is chosen among them. */
export interface Rule {
  /** Bland: the first column that improves, instead of the one that improves most. */
  readonly bland: boolean
  /** In phase 1 the columns themselves cost nothing. */
  readonly phaseOne: boolean
  /** A reduced cost counts when it is more than this share of the terms it is made of. */
  readonly tolerance: number
}

/** A column that improves the objective; `code` −1 = there is none. */
export interface Entering {
  code: number
  reducedCost: number
}

/** Prices the own columns and the known candidates of the pool. */
export function priceKnown(program: Program, basis: Basis, rule: Rule): Entering {
  const entering = priceOwn(program, basis, rule)
  if (rule.bland && entering.code >= 0) return entering
  const { pool, barred } = program
  const width = gradientOf(program, basis, rule)
  for (let k = 0; k < pool.known; k++) {
    const j = indexAt(pool.candidates, k)
    const cost = reducedCost(pool, basis.gradient, { j, width })
    if (cost >= 0 || j === barred) continue
    if (
      preferred(entering, { code: j, cost }, rule) &&
      counts(pool, basis.gradient, { j, tolerance: rule.tolerance })
    ) {
      entering.code = j
      entering.reducedCost = cost
    }
  }
  return entering
}

/** Prices every column: if none improves, the basis is optimal. */
export function priceAll(program: Program, basis: Basis, rule: Rule): Entering {
  const entering = priceOwn(program, basis, rule)
  if (entering.code >= 0) return entering
  const { pool, barred } = program
  const { entries, stride, size } = pool
  const width = gradientOf(program, basis, rule)
  const gradient = basis.gradient
  for (let j = 0, from = 0; j < size; j++, from += stride) {
    let cost = 0
    for (let i = 0; i < width; i++) cost += at(gradient, i) * at(entries, from + i)
    if (
      cost >= entering.reducedCost ||
      j === barred ||
      !counts(pool, gradient, { j, tolerance: rule.tolerance })
    )
      continue
    entering.code = j
    entering.reducedCost = cost
    if (rule.bland) return entering
  }
  return entering
}

function priceOwn(program: Program, basis: Basis, rule: Rule): Entering {
  const { rows, own, ownCosts, pool, fixed } = program
  const entering: Entering = { code: -1, reducedCost: 0 }
  for (let k = 0; k < ownCosts.length; k++) {
    let cost = rule.phaseOne ? 0 : at(ownCosts, k)
    let terms = Math.abs(cost)
    for (let i = 0; i < rows; i++) {
      const term = at(basis.duals, i) * at(own, k * rows + i)
      cost -= term
      terms += Math.abs(term)
    }
    if (cost >= entering.reducedCost || cost >= -rule.tolerance * terms || k === fixed) continue
    entering.code = pool.size + k
    entering.reducedCost = cost
    if (rule.bland) break
  }
  return entering
}

function preferred(best: Entering, other: { code: number; cost: number }, rule: Rule): boolean {
  if (rule.bland) return best.code < 0 || other.code < best.code
  return other.cost < best.reducedCost
}

// The reduced cost of a pool column is linear in its entries; gives how many of them count.
function gradientOf(program: Program, { gradient, duals, rows }: Basis, rule: Rule): number {
  const { pool, factors, poolCosts } = program
  let width = 0
  for (let i = 0; i < pool.stride; i++) {
    const price = i < rows ? at(factors, i) * at(duals, i) : 0
    const slope = (rule.phaseOne ? 0 : at(poolCosts, i)) - price
    gradient[i] = slope
    if (slope !== 0) width = i + 1
  }
  return width
}

function reducedCost(
  { entries, stride }: Pool,
  gradient: Float64Array,
  { j, width }: { j: number; width: number },
): number {
  const from = j * stride
  let cost = 0
  for (let i = 0; i < width; i++) cost += at(gradient, i) * at(entries, from + i)
  return cost
}

function counts(
  { entries, stride }: Pool,
  gradient: Float64Array,
  { j, tolerance }: { j: number; tolerance: number },
): boolean {
  let cost = 0
  let terms = 0
  for (let i = 0; i < stride; i++) {
    const term = at(gradient, i) * at(entries, j * stride + i)
    cost += term
    terms += Math.abs(term)
  }
  return cost < -tolerance * terms
}
