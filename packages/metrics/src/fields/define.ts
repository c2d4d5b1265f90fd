import type { Field, Text } from '../field.ts'
import { unitOf } from '../parse-unit.ts'

interface FieldRow {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly unit: string
  readonly kind: Field['kind']
  /** Header texts, separated by `|`. */
  readonly aliases: string
  readonly caveat?: Text
}

export function defineField({ zh, en, unit, aliases, ...row }: FieldRow): Field {
  const names = aliases.split('|').filter((alias) => alias !== '')
  return { ...row, name: { zh, en }, unit: unitOf(unit), aliases: names, builtIn: true }
}
