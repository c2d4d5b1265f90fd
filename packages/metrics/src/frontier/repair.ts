import { costOf, exchange, loadColumn, multiply, refactorise, type Basis } from './basis.ts'
import { at } from './entries.ts'
import { admit, type Pool, type Program } from './program.ts'

// A value below this is more than rounding.
const NEGATIVE = -1e-11
// Entries of the leaving row smaller than this share of the largest are rounding.
const PIVOT = 1e-9

/**
 * One pivot of the dual simplex method on an optimal basis one of whose values has drifted below 0:
 * that column leaves and optimality stays. False if no value has, or no column can take its place.
 *
 * Lemke 1954.
 */
export function repair(program: Program, basis: Basis): boolean {
  const row = lowestRow(basis)
  if (row < 0) return false
  const code = enteringFor(program, basis, row)
  if (code < 0) return false
  loadColumn(program, basis, code)
  multiply(basis, basis.column, basis.direction)
  if (!(at(basis.direction, row) < 0)) return false
  if (code < program.pool.size) admit(program.pool, code)
  exchange(basis, row, { code, cost: costOf(program, code) })
  return refactorise(program, basis)
}

function lowestRow({ rows, values }: Basis): number {
  let row = -1
  for (let i = 0; i < rows; i++) {
    if (at(values, i) < (row < 0 ? NEGATIVE : at(values, row))) row = i
  }
  return row
}

interface Choice {
  code: number
  ratio: number
}

// The column whose reduced cost reaches 0 first as the leaving row is raised.
function enteringFor(program: Program, basis: Basis, row: number): number {
  const { rows, own, ownCosts, pool, fixed, barred } = program
  const { inverse, duals } = basis
  const slopes = inverse.subarray(row * rows, (row + 1) * rows)
  const best: Choice = { code: -1, ratio: Infinity }
  for (let k = 0; k < ownCosts.length; k++) {
    let cost = at(ownCosts, k)
    let slope = 0
    for (let i = 0; i < rows; i++) {
      cost -= at(duals, i) * at(own, k * rows + i)
      slope += at(slopes, i) * at(own, k * rows + i)
    }
    if (k !== fixed) consider(best, { code: pool.size + k, cost, slope })
  }
  const prices = gradientsOf(program, duals, 1)
  const rises = gradientsOf(program, slopes, 0)
  for (let j = 0; j < pool.size; j++) {
    if (j === barred) continue
    consider(best, { code: j, cost: along(pool, prices, j), slope: -along(pool, rises, j) })
  }
  return best.code
}

function consider(best: Choice, column: { code: number; cost: number; slope: number }): void {
  if (column.slope >= -PIVOT) return
  const ratio = Math.max(column.cost, 0) / -column.slope
  if (ratio >= best.ratio) return
  best.ratio = ratio
  best.code = column.code
}

// cost × the costs of the pool less what a vector over the rows makes of its entries.
function gradientsOf(program: Program, vector: Float64Array, cost: number): Float64Array {
  const { pool, factors, poolCosts, rows } = program
  return Float64Array.from(poolCosts, (own, i) => {
    const price = i < Math.min(rows, pool.stride) ? at(factors, i) * at(vector, i) : 0
    return cost * own - price
  })
}

function along({ entries, stride }: Pool, gradient: Float64Array, j: number): number {
  let sum = 0
  for (let i = 0; i < stride; i++) sum += at(gradient, i) * at(entries, j * stride + i)
  return sum
}
