import type { Frontier } from '../contract.ts'
import type { CsvRow } from '../values/table.ts'

export function frontierTable(_found: Frontier): CsvRow[] {
  return []
}
