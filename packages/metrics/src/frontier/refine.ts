import { clean, type Basis } from './basis.ts'
import { at } from './entries.ts'
import type { Program } from './program.ts'

const STEPS = 2
// What two steps leave of a dual that is 0 is less than this share of the largest.
const ROUNDING = 1e-15

/**
 * Iterative refinement of values and duals after the basis has been inverted: what they leave of the
 * equations, in twice the precision, is solved for once more. As the data are scaled by powers of 2
 * only, this wins back the digits that nearly equal columns cost.
 *
 * Ogita, Rump & Oishi 2005 (dot products); Dekker 1971; Wilkinson 1963.
 */
export function refine({ rhs }: Program, basis: Basis): void {
  const { rows, columns, inverse, values, duals, costs, direction: gaps } = basis
  for (let step = 0; step < STEPS; step++) {
    for (let i = 0; i < rows; i++) {
      const line = { vector: columns, from: i * rows, length: rows, stride: 1 }
      gaps[i] = gapOf(at(rhs, i), line, values)
    }
    addProduct(values, { inverse, gaps, rows, down: 1, across: rows })
  }
  for (let step = 0; step < STEPS; step++) {
    for (let k = 0; k < rows; k++) {
      const line = { vector: columns, from: k, length: rows, stride: rows }
      gaps[k] = gapOf(at(costs, k), line, duals)
    }
    addProduct(duals, { inverse, gaps, rows, down: rows, across: 1 })
  }
  clean(duals, ROUNDING)
}

interface Line {
  readonly vector: Float64Array
  readonly from: number
  readonly length: number
  readonly stride: number
}

// total − line · factors, rounded once.
function gapOf(total: number, line: Line, factors: Float64Array): number {
  let sum = total
  let lost = 0
  for (let k = 0; k < line.length; k++) {
    const a = -at(line.vector, line.from + k * line.stride)
    const b = at(factors, k)
    const product = a * b
    const next = sum + product
    const moved = next - sum
    lost += sum - (next - moved) + (product - moved) + productError(a, b, product)
    sum = next
  }
  return sum + lost
}

// a × b − product, exactly.
function productError(a: number, b: number, product: number): number {
  const aHigh = upperHalf(a)
  const bHigh = upperHalf(b)
  const aLow = a - aHigh
  const bLow = b - bHigh
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow)
}

function upperHalf(value: number): number {
  const shifted = 134217729 * value
  return shifted - (shifted - value)
}

interface Product {
  readonly inverse: Float64Array
  readonly gaps: Float64Array
  readonly rows: number
  readonly down: number
  readonly across: number
}

// result += inverse × gaps, or its transpose × gaps.
function addProduct(result: Float64Array, { inverse, gaps, rows, down, across }: Product): void {
  for (let i = 0; i < rows; i++) {
    let sum = 0
    for (let k = 0; k < rows; k++) sum += at(inverse, i * across + k * down) * at(gaps, k)
    result[i] = at(result, i) + sum
  }
}
