import { createHash } from 'node:crypto'

/** Names that differ only in width, case or spaces are one name. */
export const nameKey = (name: string) =>
  name.normalize('NFKC').replaceAll(/\s+/gu, '').toLowerCase()

/** An id that the same name gives on every machine. */
export const zoneId = (name: string) =>
  createHash('sha256').update(nameKey(name)).digest('hex').slice(0, 12)
