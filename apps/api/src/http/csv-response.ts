import type { Context } from 'hono'
import { toCsv } from './csv.ts'

/** A download whose name may hold any character (RFC 6266). */
export function attachment(name: string): string {
  const plain = name.replaceAll(/[^\w.-]/gu, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`
}

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
