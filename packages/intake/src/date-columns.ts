import { isSet } from './bytes.ts'
import { parsePeriod, splitDatedLabel } from './period.ts'
import type { PlanColumn } from './plan.ts'
import type { ColumnFacts } from './roles.ts'

/** Periods that stand in headers; true where a header is nothing else. */
export function datePeriods(columns: PlanColumn[], facts: ColumnFacts[]): boolean {
  const values = columns.filter(({ role }) => role === 'value')
  const labelAt = ({ index }: PlanColumn) => facts[index - 1]?.label ?? ''
  const across = values.filter((column) => datePure(column, labelAt(column))).length > 0
  if (across || columns.some(({ role }) => role === 'period')) return across
  for (const column of values) {
    const left = columns[column.index - 2]
    if (facts[column.index - 1]?.beside === true && left !== undefined) dateAs(column, left)
    else dateLabel(column, labelAt(column))
  }
  return across
}

/** Whether the label is nothing but a period, which the column then has. */
function datePure(column: PlanColumn, label: string): boolean {
  const pure = parsePeriod(label)
  if (pure === null) return false
  column.period ??= pure.id
  if (pure.cumulative) column.basis = 'cumulative'
  return true
}

function dateAs(column: PlanColumn, { period, basis }: PlanColumn): void {
  if (isSet(period)) column.period ??= period
  if (basis !== undefined) column.basis = basis
}

function dateLabel(column: PlanColumn, label: string): void {
  const dated = splitDatedLabel(label)
  if (dated === null) return
  column.period ??= dated.period
  if (dated.cumulative === true) column.basis = 'cumulative'
}
