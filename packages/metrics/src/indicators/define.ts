import type { Text } from '../field.ts'
import { formulaFields, type Formula } from '../formula.ts'
import type { Better, Indicator, Source } from '../indicator.ts'
import { unitOf } from '../parse-unit.ts'

interface IndicatorRow {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly family: string
  readonly formula: Formula
  readonly unit: string
  readonly better: Better
  readonly source: readonly Source[]
  readonly rule?: 'project'
  readonly caveats: readonly Text[]
}

export function defineIndicator({ zh, en, unit, rule, ...row }: IndicatorRow): Indicator {
  return {
    ...row,
    name: { zh, en },
    unit: unitOf(unit),
    rule: rule ?? 'sourced',
    fields: formulaFields(row.formula),
  }
}
