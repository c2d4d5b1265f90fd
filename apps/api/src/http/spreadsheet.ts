import type { Context } from 'hono'
import { attachment } from './attachment.ts'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export type Rows = readonly (readonly (string | number | null)[])[]

/** A formula, without its equals sign, with the value that it has now. */
export interface FormulaCell {
  readonly formula: string
  readonly value: string | number
}

/** A sheet to write; `widths` are of its columns, in characters. */
export interface SheetOf {
  name: string
  rows: Rows
  widths?: readonly number[]
  /** Formulas by row and column, both from 0, as in `4,2`; they stand in place of what `rows` has there. */
  formulas?: ReadonlyMap<string, FormulaCell>
  /** How many rows and columns stay in sight. */
  freeze?: { readonly rows: number; readonly columns: number }
}

/** A workbook of one sheet; text stays text, whatever it begins with. */
export const xlsxResponse = (c: Context, name: string, rows: Rows) =>
  workbookResponse(c, name, [{ name: 'permu', rows }])

/** A workbook of sheets; text stays text, whatever it begins with. */
export async function workbookResponse(c: Context, name: string, sheets: readonly SheetOf[]) {
  // Only here: most servers never write one, and it takes as much memory as all routes.
  const { write } = await import('hucre')
  const bytes = await write({ sheets: sheets.map(toSheet), format: 'xlsx' })
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': XLSX,
    'content-disposition': attachment(name),
  })
}

/** What a cell holds at most; Excel calls a file with more damaged. */
const LONGEST = 32_767
// XML has no such characters.
const UNFIT = /[\ufffe\uffff]/gu

const cell = (value: string | number | null) =>
  typeof value === 'string'
    ? value.toWellFormed().replaceAll(UNFIT, '\ufffd').slice(0, LONGEST)
    : value

function toSheet({ name, rows, widths, formulas, freeze }: SheetOf) {
  const columns = widths?.map((width) => ({ width }))
  const cells = [...(formulas ?? [])].map(([at, { formula, value }]) => {
    return [at, { formula, formulaResult: value, type: 'formula' as const }] as const
  })
  return {
    name,
    rows: rows.map((row) => row.map(cell)),
    ...(columns && { columns }),
    ...(cells.length > 0 && { cells: new Map(cells) }),
    ...(freeze && { freezePane: { ...freeze } }),
  }
}
