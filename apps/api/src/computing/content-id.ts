import { createHash } from 'node:crypto'

/** The content of a method as 16 hexadecimal digits; the keys stand in the order in which it is written. */
export function contentId(method: Readonly<Record<string, unknown>>): string {
  return createHash('sha256').update(JSON.stringify(method)).digest('hex').slice(0, 16)
}
