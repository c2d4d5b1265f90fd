import { isSet } from './bytes.ts'
import { hasBothBases } from './bases.ts'
import { isWholeYear } from './basis.ts'
import type { PlanColumn } from './plan.ts'
import { problem, type Problem } from './problem.ts'
import type { ColumnFacts } from './roles.ts'
import { isValueWord } from './words.ts'

/**
 * In a file whose rows name the quantity, leaves out the columns that hold something else of it than
 * its figure, such as 比上年增长 or 上年同期: their numbers would stand in for figures that are blank.
 */
export function dropUnnamed(columns: PlanColumn[], facts: ColumnFacts[]): Problem[] {
  const values = columns.filter(({ role, why }) => role === 'value' && why !== 'person')
  const placed = values.filter(({ period, why }) => isSet(period) || why === 'zone-header')
  const kept = placed.length > 0 ? withoutSums(placed) : mainValue(values, facts)
  const dropped = values.filter((column) => !kept.includes(column))
  return dropped.map((column) => {
    column.role = 'ignored'
    column.why = 'no-field'
    const { index, header } = column
    return problem('field-missing', { severity: 'warning', column: index, header, text: header })
  })
}

function withoutSums(columns: PlanColumn[]): PlanColumn[] {
  if (!hasBothBases(columns)) return columns
  return columns.filter(({ basis, period }) => basis !== 'cumulative' || isWholeYear(period ?? ''))
}

function mainValue(columns: PlanColumn[], facts: ColumnFacts[]): PlanColumn[] {
  const main = columns.find(({ index }) => isValueWord(facts[index - 1]?.label ?? ''))
  return main === undefined ? columns : [main]
}
