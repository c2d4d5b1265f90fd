import type { Context } from 'hono'
import { write } from 'hucre'
import { attachment } from './csv-response.ts'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A workbook of one sheet; text stays text, whatever it begins with. */
export async function xlsxResponse(
  c: Context,
  name: string,
  rows: readonly (readonly (string | number | null)[])[],
) {
  const sheet = { name: 'permu', rows: rows.map((row) => [...row]) }
  const bytes = await write({ sheets: [sheet], format: 'xlsx' })
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': XLSX,
    'content-disposition': attachment(name),
  })
}
