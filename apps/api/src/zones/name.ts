import { hash } from 'node:crypto'

/** Names in which nothing is to be folded, as most are. */
const PLAIN = /^[\u4e00-\u9fff\da-z]*$/u

/** Names that differ only in width, case or spaces are one name. */
export const nameKey = (name: string) =>
  PLAIN.test(name) ? name : name.normalize('NFKC').replaceAll(/\s+/gu, '').toLowerCase()

/** The id of the zone whose name has this key; the same on every machine. */
export const idOfKey = (key: string) => hash('sha256', key, 'hex').slice(0, 12)

/** An id that the same name gives on every machine. */
export const zoneId = (name: string) => idOfKey(nameKey(name))
