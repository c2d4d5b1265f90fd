import type { Context } from 'hono'
import { attachment } from './attachment.ts'
import { toCsv } from './csv.ts'

export function csvResponse(
  c: Context,
  name: string,
  rows: readonly (readonly (string | number | null)[])[],
) {
  return c.body(toCsv(rows), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': attachment(name),
  })
}
