import { columnOf, reasonAt, reasonCode, type Column } from '../column.ts'
import type { MissingReason } from '../measure.ts'

/** In which prices money is: `none` = there is no money among the columns. */
export type Prices = 'current' | 'constant' | 'none'

/**
 * A price index by period, in any scale (2015 = 100, or the year before = 1 chained): real = nominal
 * / (index of the period / index of the base).
 */
export interface Deflation {
  readonly series: ReadonlyMap<string, number>
  readonly period: string
  readonly base: string
}

/**
 * Money in the prices of the base period. All zones are missing where the series has no index for one
 * of the two periods (`not-reported`) or one that is not above 0 (`out-of-domain`).
 */
export function deflate(column: Column, { series, period, base }: Deflation): Column {
  const [now, then] = [series.get(period), series.get(base)]
  if (now === undefined || then === undefined) return without(column, 'not-reported')
  if (!(now > 0 && then > 0)) return without(column, 'out-of-domain')
  const factor = now / then
  const cells = Array.from(column.values, (value, i) => reasonAt(column, i) ?? value / factor)
  return { ...column, ...columnOf(cells, column.unit) }
}

function without(column: Column, reason: MissingReason): Column {
  const values = new Float64Array(column.values.length).fill(NaN)
  const reasons = Uint8Array.from(column.reasons, (code) => (code > 0 ? code : reasonCode(reason)))
  return { ...column, values, reasons }
}
