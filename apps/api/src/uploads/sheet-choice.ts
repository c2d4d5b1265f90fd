import { problemText, unknownSheet } from '@permu/intake'
import { failed } from '../problem.ts'
import type { UploadRow } from './queries.ts'

/** The fault of asking for a sheet that the workbook does not have: it names those that it has. */
export function findWrongSheet({ plan }: UploadRow, sheet: string | undefined) {
  const sheets = plan?.sheets ?? []
  const known = sheets.length === 0 || sheets.some(({ name }) => name === sheet)
  if (sheet === undefined || known) return null
  const { message, hint } = problemText(unknownSheet(sheet, sheets), 'en')
  return failed('invalid', `${message}. ${hint}.`, [{ pointer: '/sheet', message }])
}

/** The choices so far that still hold: another sheet has other rows and columns. */
export function choicesFor({ plan, reading }: UploadRow, sheet: string | undefined) {
  if (sheet === undefined || sheet === plan?.sheet) return reading
  const { columns: _columns, headerRow: _row, corrections: _cells, ...rest } = reading
  return rest
}
