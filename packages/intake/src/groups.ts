import type { BuilderList } from './block-builder.ts'
import { formsTaken, type ValueColumn } from './values.ts'

/** Columns that give a value for the same period: one observation row for each row of the file. */
export interface Group {
  /** -1 where the row gives it. */
  period: number
  columns: ValueColumn[]
  /** Of each column: its place in a record, from 0. */
  ks: Int32Array
  slots: Int32Array
  positions: Int32Array
  /** Of each column: forms below this need no closer look. */
  taken: Uint8Array
  /** Two columns are of the same slot. */
  repeats: boolean
  builders: BuilderList
}

/** What the cells of a row gave: nothing, only what cannot be read, or something to use. */
export const NOTHING = 0
export const FILLED = 1
export const USEFUL = 2

export function groupByPeriod(columns: ValueColumn[]): Group[] {
  const periods = [...new Set(columns.map(({ period }) => period))]
  return periods.map((period) => {
    const own = columns.filter((column) => column.period === period && column.slot >= 0)
    const slots = Int32Array.from(own, ({ slot }) => slot)
    return {
      period,
      columns: own,
      ks: Int32Array.from(own, ({ k }) => k),
      slots,
      positions: Int32Array.from(own, ({ position }) => position),
      taken: Uint8Array.from(own, formsTaken),
      repeats: new Set(slots).size < slots.length,
      builders: [],
    }
  })
}
