import { at, indexAt } from './entries.ts'
import { firstArtificial, type Program } from './program.ts'

/**
 * The state of the simplex method, used again for program after program of as many rows: the codes of
 * the basic columns, the inverse of their matrix (row after row), their values and costs, the duals.
 */
export interface Basis {
  readonly rows: number
  readonly codes: Int32Array
  readonly inverse: Float64Array
  readonly values: Float64Array
  readonly costs: Float64Array
  readonly duals: Float64Array
  readonly column: Float64Array
  readonly direction: Float64Array
  readonly gradient: Float64Array
  /** The basic columns as they were inverted last, row after row, and room to invert them. */
  readonly columns: Float64Array
  readonly matrix: Float64Array
  /** The artificial columns are ± unit columns: the sign, a row. */
  readonly signs: Float64Array
}

/** An empty basis for programs of `rows` rows over a pool of `stride` entries a column. */
export function newBasis(rows: number, stride: number): Basis {
  const vector = () => new Float64Array(rows)
  return {
    rows,
    codes: new Int32Array(rows),
    inverse: new Float64Array(rows * rows),
    values: vector(),
    costs: vector(),
    duals: vector(),
    column: vector(),
    direction: vector(),
    gradient: new Float64Array(stride),
    columns: new Float64Array(rows * rows),
    matrix: new Float64Array(rows * rows),
    signs: vector(),
  }
}

/** Writes the column with this code into `basis.column`. */
export function loadColumn(program: Program, basis: Basis, code: number): void {
  const { pool, rows, factors, own } = program
  const { column } = basis
  column.fill(0)
  if (code < pool.size) {
    const from = code * pool.stride
    const count = Math.min(pool.stride, rows)
    for (let i = 0; i < count; i++) column[i] = at(pool.entries, from + i) * at(factors, i)
  } else if (code < firstArtificial(program)) {
    const from = (code - pool.size) * rows
    for (let i = 0; i < rows; i++) column[i] = at(own, from + i)
  } else {
    const row = code - firstArtificial(program)
    column[row] = at(basis.signs, row)
  }
}

/** The cost of the column with this code; artificial columns cost nothing here. */
export function costOf(program: Program, code: number): number {
  const { pool, poolCosts, ownCosts } = program
  if (code >= firstArtificial(program)) return 0
  if (code >= pool.size) return at(ownCosts, code - pool.size)
  let cost = 0
  for (let i = 0; i < pool.stride; i++) {
    cost += at(poolCosts, i) * at(pool.entries, code * pool.stride + i)
  }
  return cost
}

/** Inverts the basic columns anew and recomputes their values; false if they depend on each other. */
export function refactorise(program: Program, basis: Basis): boolean {
  const { rows, codes, columns, matrix, inverse, column } = basis
  for (let k = 0; k < rows; k++) {
    loadColumn(program, basis, indexAt(codes, k))
    for (let i = 0; i < rows; i++) columns[i * rows + k] = at(column, i)
  }
  matrix.set(columns)
  inverse.fill(0)
  for (let i = 0; i < rows; i++) inverse[i * rows + i] = 1
  for (let k = 0; k < rows; k++) if (!eliminate(basis, k)) return false
  multiply(basis, program.rhs, basis.values)
  return true
}

// A pivot smaller than this share of its column says that the columns depend on each other.
const SINGULAR = 1e-13

function eliminate({ rows, matrix, inverse }: Basis, k: number): boolean {
  let pivotRow = k
  let most = 0
  for (let i = 0; i < rows; i++) {
    const size = Math.abs(at(matrix, i * rows + k))
    most = Math.max(most, size)
    if (i > k && size > Math.abs(at(matrix, pivotRow * rows + k))) pivotRow = i
  }
  const pivot = at(matrix, pivotRow * rows + k)
  if (!(Math.abs(pivot) > SINGULAR * most)) return false
  for (let c = 0; c < rows; c++) {
    swapScaled(matrix, { to: k * rows + c, from: pivotRow * rows + c, pivot })
    swapScaled(inverse, { to: k * rows + c, from: pivotRow * rows + c, pivot })
  }
  for (let i = 0; i < rows; i++) {
    const factor = at(matrix, i * rows + k)
    if (i === k || factor === 0) continue
    for (let c = 0; c < rows; c++) {
      matrix[i * rows + c] = at(matrix, i * rows + c) - factor * at(matrix, k * rows + c)
      inverse[i * rows + c] = at(inverse, i * rows + c) - factor * at(inverse, k * rows + c)
    }
  }
  return true
}

function swapScaled(
  vector: Float64Array,
  { to, from, pivot }: { to: number; from: number; pivot: number },
): void {
  const moved = at(vector, to)
  vector[to] = at(vector, from) / pivot
  if (from !== to) vector[from] = moved
}

/** inverse × vector. */
export function multiply(basis: Basis, vector: Float64Array, result: Float64Array): void {
  const { rows, inverse } = basis
  for (let i = 0; i < rows; i++) {
    let sum = 0
    for (let k = 0; k < rows; k++) sum += at(inverse, i * rows + k) * at(vector, k)
    result[i] = sum
  }
}

/** Duals of the basis: costs × inverse. */
export function updateDuals({ rows, inverse, costs, duals }: Basis): void {
  for (let k = 0; k < rows; k++) {
    let sum = 0
    for (let i = 0; i < rows; i++) sum += at(costs, i) * at(inverse, i * rows + k)
    duals[k] = sum
  }
  clean(duals, ROUNDING)
}

// Duals smaller than this share of the largest are rounding.
const ROUNDING = 1e-13

/** Puts to 0 what is nothing but rounding: less than a share of the largest. */
export function clean(duals: Float64Array, share: number): void {
  let most = 0
  for (const dual of duals) most = Math.max(most, Math.abs(dual))
  for (let k = 0; k < duals.length; k++) {
    if (Math.abs(at(duals, k)) < share * most) duals[k] = 0
  }
}

/** Exchanges the basic column in place `row` for the one in `basis.direction`; gives the step. */
export function exchange(basis: Basis, row: number, entering: { code: number; cost: number }) {
  const { rows, inverse, values, direction, codes, costs } = basis
  const pivot = at(direction, row)
  // In a primal pivot a value just below 0 counts as 0; in a dual one, value and pivot are below 0.
  const step = (pivot > 0 ? Math.max(at(values, row), 0) : at(values, row)) / pivot
  for (let c = 0; c < rows; c++) inverse[row * rows + c] = at(inverse, row * rows + c) / pivot
  for (let i = 0; i < rows; i++) {
    const factor = at(direction, i)
    if (i === row || factor === 0) continue
    values[i] = at(values, i) - step * factor
    for (let c = 0; c < rows; c++) {
      inverse[i * rows + c] = at(inverse, i * rows + c) - factor * at(inverse, row * rows + c)
    }
  }
  values[row] = step
  codes[row] = entering.code
  costs[row] = entering.cost
  return step
}

/** Σ cost × value of the basic columns. */
export function objectiveOf({ rows, costs, values }: Basis): number {
  let sum = 0
  for (let i = 0; i < rows; i++) sum += at(costs, i) * at(values, i)
  return sum
}
