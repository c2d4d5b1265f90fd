import { isWholeYear } from './basis.ts'
import { isSet } from './bytes.ts'
import type { ColumnsFinding } from './columns.ts'
import { joinPeriod, readingInText } from './period.ts'
import type { Basis, PlanColumn } from './plan.ts'
import { problem, type Problem } from './problem.ts'

function isSum({ basis, period }: PlanColumn): boolean {
  return basis === 'cumulative' && !isWholeYear(period ?? '')
}

/** Whether some columns count from January and others do not. */
export function hasBothBases(columns: PlanColumn[]): boolean {
  return columns.some(isSum) && columns.some((column) => !isSum(column))
}

/** What a column's slot is known to be: by its own header, else by the periods of the rows. */
export function slotBasis(columns: PlanColumn[], column: PlanColumn): Basis | null {
  const rows = columns.find(({ role }) => role === 'period')?.basis
  return column.basis ?? (isSet(column.period) ? null : (rows ?? null))
}

/** Marks every column of a table whose title says 1-9月, unless it says something of its own. */
export function markSums(columns: PlanColumn[], period: string | null, texts: string[]): void {
  const isSumOf = (text: string) => {
    const found = readingInText(text)
    return found !== null && found.cumulative && found.id === period
  }
  if (!texts.some(isSumOf)) return
  for (const column of columns) {
    if (column.role === 'value' && !isSet(column.period)) column.basis ??= 'cumulative'
  }
}

/**
 * Gives headers such as 1-9月税收 the year of the file, and says of every column that counts from
 * January that it does. Where each row has a year of its own, such a header cannot be joined to it
 * and the column is left out.
 */
export function settleBases({ columns, spans }: ColumnsFinding, period: string | null): Problem[] {
  const problems: Problem[] = []
  const year = period?.slice(0, 4) ?? ''
  for (const { column, span } of spans) {
    if (isSet(column.period)) continue
    const found = joinPeriod(year, span, 'any')
    const { index, header } = column
    if (found !== null) column.period = found.id
    else {
      problems.push(problem('period-unparsed', { column: index, header, text: span }))
      column.role = 'ignored'
      column.why = 'period-unparsed'
      delete column.field
    }
  }
  const sums = columns.filter((column) => column.role === 'value' && isSum(column))
  for (const { index, header, period: own } of sums) {
    const params = { period: own ?? period ?? '…', cumulative: 1 }
    problems.push(problem('period-cumulative', { column: index, header, text: header, params }))
  }
  return problems
}
