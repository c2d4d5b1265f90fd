import type { ColumnsFinding } from './columns.ts'
import { unitOfField } from './lexicon.ts'
import { problem, type Problem } from './problem.ts'
import type { MatchField, Quantities } from './quantities.ts'

interface UnitRequest {
  found: ColumnsFinding
  match: MatchField
  quantities: Quantities
}

// An index on a base such as 上年=100 has no unit to state.
const UNITLESS = /=|指数|系数|index/iu

/** Columns that count in something and do not say in what. */
export function missingUnits({ found, match, quantities }: UnitRequest): Problem[] {
  const asked = quantities.problems.filter(({ code }) => code !== 'unit-not-applied')
  const told = new Set(asked.map(({ header }) => header))
  const seen = new Set<string>()
  return found.columns.flatMap(({ role, field, unit, unitSource, index, header }) => {
    const open = role === 'value' && field !== undefined && unit === null
    if (!open || unitSource === 'person' || seen.has(field.id) || told.has(header)) return []
    seen.add(field.id)
    const known = unitOfField(match(field.name))
    const plain = known !== null && Object.keys(known.dimension).length === 0
    if (plain || UNITLESS.test(field.name)) return []
    return [problem('unit-missing', { column: index, header })]
  })
}
