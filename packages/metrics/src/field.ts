import type { Unit } from './unit.ts'

/** A text in both languages. */
export interface Text {
  readonly zh: string
  readonly en: string
}

/**
 * A raw quantity that a file brings. `aliases` are header texts without the unit, as real files
 * write them; `unit` is the one that indicators expect (null for a field that a file brought without
 * one); a `stock` counts with its last value, a `flow` with the sum over a year.
 */
export interface Field {
  readonly id: string
  readonly name: Text
  readonly aliases: readonly string[]
  readonly unit: Unit | null
  readonly kind: 'stock' | 'flow' | 'ratio'
  readonly builtIn: boolean
  readonly caveat?: Text
}

/** A label in the form that is compared: NFKC, lower case, without spaces, `_`, `-`, 的 and a last colon. */
export function normaliseLabel(label: string): string {
  return label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-的\u200b\ufeff]+/g, '')
    .replace(/:$/, '')
}

/** Every label that a field answers to, normalised: its id, its names and its aliases. */
export function fieldLabels(field: Field): string[] {
  const labels = [field.id, field.name.zh, field.name.en, ...field.aliases]
  return [...new Set(labels.map(normaliseLabel))]
}
