import type { ProblemLog } from '../problem-log.ts'
import type { LedgerCell } from './cells.ts'

const WHOLE = new Set<LedgerCell['item']>([
  'project-agreed-investment',
  'project-actual-investment',
  'project-tax',
])

interface Parcel {
  row: number
  /** Zone and name of its project. */
  place: string
  cells: readonly LedgerCell[]
}

/**
 * Tells parcels of one project that each carry the same investment or tax: a figure of the whole
 * project, put on every parcel, counts as often in sums. Once for a project and column.
 */
export function createRepeats() {
  const seen = new Map<string, number>()
  const told = new Set<string>()
  return (log: ProblemLog, { row, place, cells }: Parcel): void => {
    for (const { item, column, value } of cells) {
      if (!WHOLE.has(item) || value === null || value === 0) continue
      const key = `${place}\n${String(column)}`
      const same = `${key}\n${String(value)}`
      const first = seen.get(same)
      if (first === undefined) seen.set(same, row)
      else if (!told.has(key)) {
        told.add(key)
        const text = String(value)
        log.report('project-figure-repeated', { row, column, text, params: { first } })
      }
    }
  }
}
