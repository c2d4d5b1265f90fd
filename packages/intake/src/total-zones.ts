import { cleanLabel } from './label.ts'
import type { PlanColumn } from './plan.ts'
import { problem, type Problem } from './problem.ts'
import type { TextRecord } from './records.ts'
import { dataRecords } from './stats.ts'
import { totalKind } from './words.ts'

/** Where a file has rows of totals and no others, as one of 全市 by year has, they are its zones. */
export function keepTotals(columns: PlanColumn[], data: TextRecord[]): Problem[] {
  const column = columns.find(({ role }) => role === 'zone')
  if (column === undefined) return []
  const names = dataRecords(data).map(({ cells }) => cleanLabel(cells[column.index - 1] ?? ''))
  const [text] = names
  if (text === undefined || names.some((name) => totalKind(name) !== 'total')) return []
  column.totalsAreZones = true
  return [problem('total-as-zone', { column: column.index, header: column.header, text })]
}
