import type { Productivity } from '../contract.ts'
import type { CsvRow } from '../values/table.ts'

export function productivityTable(_found: Productivity): CsvRow[] {
  return []
}
