import type { Context } from 'hono'
import { write } from 'hucre'
import { attachment } from './csv-response.ts'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export type Rows = readonly (readonly (string | number | null)[])[]

/** A sheet to write; `widths` are of its columns, in characters. */
export interface SheetOf {
  name: string
  rows: Rows
  widths?: readonly number[]
}

/** A workbook of one sheet; text stays text, whatever it begins with. */
export const xlsxResponse = (c: Context, name: string, rows: Rows) =>
  workbookResponse(c, name, [{ name: 'permu', rows }])

/** A workbook of sheets; text stays text, whatever it begins with. */
export async function workbookResponse(c: Context, name: string, sheets: readonly SheetOf[]) {
  const bytes = await write({ sheets: sheets.map(toSheet), format: 'xlsx' })
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': XLSX,
    'content-disposition': attachment(name),
  })
}

function toSheet({ name, rows, widths }: SheetOf) {
  const columns = widths?.map((width) => ({ width }))
  return { name, rows: rows.map((row) => [...row]), ...(columns && { columns }) }
}
