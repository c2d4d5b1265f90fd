import { blameAt, reasonAt, type Column } from '../column.ts'
import type { MissingReason } from '../measure.ts'
import { at, indexAt, roundScale } from './entries.ts'
import { poolOf, type Pool } from './program.ts'

/**
 * Why a zone has no score, closed. `missing-value`, `negative-value`, `inputs-all-zero` and
 * `outputs-all-zero` keep it out of the reference set as well; `infeasible`: no other zone can match
 * it in this orientation; `numerical`: no answer could be proved.
 */
export const FRONTIER_REASONS = [
  'missing-value',
  'negative-value',
  'inputs-all-zero',
  'outputs-all-zero',
  'infeasible',
  'numerical',
] as const

/** One reason of {@link FRONTIER_REASONS}. */
export type FrontierReason = (typeof FRONTIER_REASONS)[number]

/** The code that stands for a reason; 0 stands for "there is a value". */
export function frontierCode(reason: FrontierReason): number {
  return FRONTIER_REASONS.indexOf(reason) + 1
}

/**
 * A zone kept out of evaluation and reference, and the column at fault: its index among the inputs
 * followed by the outputs (−1 = all of them); for a missing value, its reason and fields to blame.
 */
export interface FrontierExclusion {
  readonly zone: number
  readonly reason: FrontierReason
  readonly column: number
  readonly missing: MissingReason | null
  readonly fields: readonly string[]
}

/** What a frontier is computed from: `zones` places of the kept zones, in units near the mean of each column. */
export interface Sample {
  readonly size: number
  readonly inputs: number
  readonly outputs: number
  readonly zones: Int32Array
  /** Kept zone after kept zone: inputs, outputs, 1. */
  readonly rows: Float64Array
  /** Powers of 2 near the means of the columns, and the means in these units. */
  readonly units: Float64Array
  readonly means: Float64Array
  readonly pool: Pool
  readonly reasons: Uint8Array
  readonly excluded: readonly FrontierExclusion[]
}

/** Keeps the zones that a frontier can use; `held` are indices of inputs that are not discretionary. */
export function readSample(
  inputs: readonly Column[],
  outputs: readonly Column[],
  held: readonly number[] = [],
): Sample {
  const columns = [...inputs, ...outputs]
  const size = columns[0]?.values.length ?? 0
  if (columns.some(({ values }) => values.length !== size)) {
    throw new Error('Columns of one frontier have the same zones')
  }
  const free = inputs.filter((_, i) => !held.includes(i))
  const reasons = new Uint8Array(size)
  const excluded: FrontierExclusion[] = []
  for (let zone = 0; zone < size; zone++) {
    const fault = columnFault(columns, zone) ?? zeroFault(free, outputs, zone)
    if (fault === null) continue
    excluded.push(fault)
    reasons[zone] = frontierCode(fault.reason)
  }
  const zones = Int32Array.from(reasons.keys()).filter((zone) => reasons[zone] === 0)
  const means = Float64Array.from(columns, ({ values }) => meanOf(values, zones))
  const units = means.map(roundScale)
  const rows = rowsOf(columns, zones, units)
  const pool = poolOf(rows, columns.length + 1)
  const counts = { size, inputs: inputs.length, outputs: outputs.length }
  const shares = means.map((mean, i) => mean / at(units, i))
  return { ...counts, zones, rows, units, means: shares, pool, reasons, excluded }
}

function columnFault(columns: readonly Column[], zone: number): FrontierExclusion | null {
  let negative: FrontierExclusion | null = null
  for (const [index, column] of columns.entries()) {
    const missing = reasonAt(column, zone)
    if (missing !== null) {
      const fields = blameAt(column, zone)
      return { zone, reason: 'missing-value', column: index, missing, fields }
    }
    if (at(column.values, zone) < 0) negative ??= fault(zone, 'negative-value', index)
  }
  return negative
}

function zeroFault(
  inputs: readonly Column[],
  outputs: readonly Column[],
  zone: number,
): FrontierExclusion | null {
  const zero = ({ values }: Column) => at(values, zone) === 0
  if (inputs.every(zero)) return fault(zone, 'inputs-all-zero', -1)
  return outputs.every(zero) ? fault(zone, 'outputs-all-zero', -1) : null
}

function fault(zone: number, reason: FrontierReason, column: number): FrontierExclusion {
  return { zone, reason, column, missing: null, fields: [] }
}

function meanOf(values: Float64Array, zones: Int32Array): number {
  let mean = 0
  for (const zone of zones) mean += at(values, zone) / zones.length
  return mean > 0 ? mean : 1
}

function rowsOf(columns: readonly Column[], zones: Int32Array, units: Float64Array): Float64Array {
  const stride = columns.length + 1
  const rows = new Float64Array(zones.length * stride)
  for (let o = 0; o < zones.length; o++) {
    columns.forEach(({ values }, i) => {
      rows[o * stride + i] = at(values, indexAt(zones, o)) / at(units, i)
    })
    rows[o * stride + stride - 1] = 1
  }
  return rows
}
