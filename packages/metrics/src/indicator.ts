import type { Field, Text } from './field.ts'
import { formulaFields, type Formula } from './formula.ts'
import type { Unit } from './unit.ts'

/**
 * What is good: more, less, or nearness to a range in the indicator's unit. An open range ends at
 * Infinity, which JSON writes as null; ranking reads null there as open too.
 */
export type Better = 'more' | 'less' | { readonly target: readonly [number, number] }

/** A law, standard, speech or paper. */
export interface Reference {
  readonly title: Text
  readonly date?: string
  readonly issuer?: string
}

/** Where a definition comes from; `quote` is at most 30 characters. */
export interface Source {
  readonly quote?: string
  readonly reference: Reference
}

/**
 * A comparable number: a formula over fields with unit, direction, source and caveats. `rule` is
 * `project` where no public text fixes the formula (本项目口径).
 */
export interface Indicator {
  readonly id: string
  readonly name: Text
  readonly formula: Formula
  readonly unit: Unit | null
  readonly better: Better
  readonly family: string
  readonly source: readonly Source[]
  readonly rule: 'sourced' | 'project'
  readonly caveats: readonly Text[]
  readonly fields: readonly string[]
}

/** A field as an indicator of itself, more being better until a method says otherwise. */
export function fieldAsIndicator(
  field: Pick<Field, 'id' | 'name' | 'unit'> & Partial<Pick<Field, 'caveat'>>,
): Indicator {
  const formula: Formula = { kind: 'field', field: field.id }
  return {
    id: field.id,
    name: field.name,
    formula,
    unit: field.unit,
    better: 'more',
    family: 'raw',
    source: [],
    rule: 'sourced',
    caveats: field.caveat ? [field.caveat] : [],
    fields: formulaFields(formula),
  }
}
