import { problem, type Problem } from '../problem.ts'
import type { RefusalKind } from './refusal.ts'
import type { SheetInfo } from './workbook.ts'

/** Why a workbook is not read, as a problem whose words say what to do. */
export function workbookProblem(kind: RefusalKind): Problem {
  return problem('not-a-table', { text: kind, params: { kind } })
}

const NAMES_TOLD = 20

/** A sheet was asked for that the workbook does not have; those that it has are named. */
export function unknownSheet(name: string, sheets: readonly SheetInfo[]): Problem {
  const names = sheets.slice(0, NAMES_TOLD).map((sheet) => `“${sheet.name}”`)
  const params = { kind: 'unknown-sheet', names: names.join(', ') }
  return problem('sheet-chosen', { severity: 'error', text: name, params })
}
