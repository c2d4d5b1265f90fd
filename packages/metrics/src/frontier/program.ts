import { roundScale } from './entries.ts'

/**
 * Columns that many programs share, `stride` entries each, column after column. Every column is
 * divided by a power of 2 near its largest entry, `scales[j]`. The first `known` of `candidates` have priced in before.
 */
export interface Pool {
  readonly size: number
  readonly stride: number
  readonly entries: Float64Array
  readonly scales: Float64Array
  readonly candidates: Int32Array
  readonly listed: Uint8Array
  known: number
}

/**
 * minimise cᵀx subject to Ax = b, x ≥ 0, with few rows and many columns. Column j < `pool.size` is a
 * shared one: its entry in row i is pool entry i × `factors[i]` and its cost Σ `poolCosts[i]` × entry
 * i. The columns after those are `own`, `rows` entries each. `barred` is a shared column that may not
 * enter, `fixed` an own column held at 0 (−1 = none). `start` is a feasible basis, if one is known.
 */
export interface Program {
  readonly rows: number
  readonly pool: Pool
  readonly factors: Float64Array
  readonly poolCosts: Float64Array
  readonly own: Float64Array
  readonly ownCosts: Float64Array
  readonly rhs: Float64Array
  readonly barred: number
  readonly fixed: number
  readonly start: Int32Array | null
}

/**
 * How a program ended: `infeasible` comes with a certificate (the duals prove it), `numerical` means
 * that no answer could be proved.
 */
export type ProgramStatus = 'optimal' | 'infeasible' | 'unbounded' | 'numerical'

/** A pool of columns given one after the other, `stride` entries each; none is known yet. */
export function poolOf(columns: Float64Array, stride: number): Pool {
  const size = columns.length / stride
  const entries = new Float64Array(columns.length)
  const scales = new Float64Array(size)
  for (let j = 0; j < size; j++) {
    const column = columns.subarray(j * stride, (j + 1) * stride)
    const scale = roundScale(largest(column))
    scales[j] = scale
    for (let i = 0; i < stride; i++) entries[j * stride + i] = (column[i] ?? 0) / scale
  }
  return {
    size,
    stride,
    entries,
    scales,
    candidates: new Int32Array(size),
    listed: new Uint8Array(size),
    known: 0,
  }
}

/** Puts column j among those that are priced first. */
export function admit(pool: Pool, j: number): void {
  if (pool.listed[j] === 1) return
  pool.listed[j] = 1
  pool.candidates[pool.known++] = j
}

/** The first code of the artificial columns, one a row; smaller codes are pool and own columns. */
export function firstArtificial(program: Program): number {
  return program.pool.size + program.ownCosts.length
}

function largest(column: Float64Array): number {
  let most = 0
  for (const entry of column) most = Math.max(most, Math.abs(entry))
  return most > 0 ? most : 1
}
