import type { Skipped } from './plan.ts'

/** Running counts of a pass. */
export interface Tally {
  rows: number
  accepted: number
  cells: number
  missing: Int32Array
  skipped: Skipped
}

export function newTally(): Tally {
  const skipped = { blank: 0, totals: 0, footer: 0, repeatedHeader: 0 }
  return { rows: 0, accepted: 0, cells: 0, missing: new Int32Array(256), skipped }
}
