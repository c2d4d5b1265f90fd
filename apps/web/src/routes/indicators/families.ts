import type { Indicator, Names } from '@permu/api/client'

export interface Family {
  readonly id: string
  readonly name: Names
  readonly indicators: readonly Indicator[]
}

/** The indicators by family, both in the order of the catalogue. */
export function familiesOf(indicators: readonly Indicator[]): Family[] {
  const families = new Map<string, { id: string; name: Names; indicators: Indicator[] }>()
  for (const indicator of indicators) {
    const { id, name } = indicator.family
    const family = families.get(id) ?? { id, name, indicators: [] }
    family.indicators.push(indicator)
    families.set(id, family)
  }
  return [...families.values()]
}
