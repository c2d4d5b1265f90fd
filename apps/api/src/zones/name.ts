import { hash } from 'node:crypto'

/** Names that differ only in width, case or spaces are one name. */
export const nameKey = (name: string) =>
  name.normalize('NFKC').replaceAll(/\s+/gu, '').toLowerCase()

/** An id that names of the same key give on every machine. */
export const idOfKey = (key: string) => hash('sha256', key, 'hex').slice(0, 12)

/** An id that the same name gives on every machine. */
export const zoneId = (name: string) => idOfKey(nameKey(name))
