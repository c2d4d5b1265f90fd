import { MISSING_REASONS, missing, type Measure, type MissingReason } from './measure.ts'
import type { Unit } from './unit.ts'

/** Which fields to blame for each missing zone: bit k of `masks[zone]` stands for `fields[k]`. */
export interface Blame {
  readonly fields: readonly string[]
  readonly masks: Uint32Array
}

/**
 * One quantity for n zones. `reasons[i]` is 0 where there is a value, else a code of
 * {@link reasonCode}; `values[i]` is then NaN and means nothing. `unit` null = the file gave none.
 */
export interface Column {
  readonly values: Float64Array
  readonly reasons: Uint8Array
  readonly unit: Unit | null
  readonly blame?: Blame
}

/** The code that stands for a reason in {@link Column.reasons}; 0 stands for "present". */
export function reasonCode(reason: MissingReason): number {
  return MISSING_REASONS.indexOf(reason) + 1
}

/** Why zone `i` has no value; null when it has one. A number that is not finite is `unreadable`. */
export function reasonAt(column: Column, i: number): MissingReason | null {
  const code = column.reasons[i] ?? reasonCode('not-reported')
  if (code > 0) return MISSING_REASONS[code - 1] ?? 'unreadable'
  return Number.isFinite(column.values[i]) ? null : 'unreadable'
}

/** The ids of the fields that leave zone `i` without a value; empty for a raw column. */
export function blameAt(column: Column, i: number): string[] {
  if (reasonAt(column, i) === null) return []
  const mask = column.blame?.masks[i] ?? 0
  return column.blame?.fields.filter((_, bit) => (mask >>> bit) & 1) ?? []
}

/** Zone `i` of a column as a {@link Measure}. */
export function measureAt(column: Column, i: number): Measure {
  const reason = reasonAt(column, i)
  if (reason !== null) return missing(reason, blameAt(column, i))
  return { ok: true, value: column.values[i] ?? NaN, unit: column.unit }
}

/**
 * A column from plain cells: a number, or the reason why there is none (null = `not-reported`).
 * A number that is not finite becomes `unreadable`.
 */
export function columnOf(
  cells: readonly (number | null | MissingReason)[],
  unit: Unit | null,
): Column {
  const values = new Float64Array(cells.length).fill(NaN)
  const reasons = new Uint8Array(cells.length)
  cells.forEach((cell, i) => {
    if (typeof cell === 'number' && Number.isFinite(cell)) values[i] = cell
    else reasons[i] = reasonCode(cellReason(cell))
  })
  return { values, reasons, unit }
}

function cellReason(cell: number | null | MissingReason): MissingReason {
  if (typeof cell === 'number') return 'unreadable'
  return cell ?? 'not-reported'
}
