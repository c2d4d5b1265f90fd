import type { ColumnsFinding } from './columns.ts'
import { unitOfField } from './lexicon.ts'
import type { RowLabel, Slot } from './plan.ts'
import { problem, type Problem } from './problem.ts'
import type { MatchField, Quantities } from './quantities.ts'

interface UnitRequest {
  found: ColumnsFinding
  match: MatchField
  quantities: Quantities
  /** In files whose rows name the quantity. */
  labels: RowLabel[]
  slots: Slot[]
}

// An index on a base such as 上年=100 has no unit to state.
const UNITLESS = /=|指数|系数|index/iu

/** Columns that count in something and do not say in what. */
export function missingUnits(request: UnitRequest): Problem[] {
  return [...unitlessColumns(request), ...unitlessLabels(request)]
}

/** Rows that name a quantity and not its unit. */
function unitlessLabels({ found, match, quantities, labels, slots }: UnitRequest): Problem[] {
  const told = new Set(quantities.problems.map(({ header }) => header))
  const column = found.columns.find(({ role }) => role === 'field')
  const open = labels.filter(({ label, slot }) => {
    const { field, unit } = slots[slot] ?? {}
    if (field === undefined || unit !== null || told.has(label)) return false
    return needsUnit(field.name, match)
  })
  return [...new Set(open.map(({ label }) => label))].map((label) => {
    return problem('unit-missing', { column: column?.index ?? null, header: label })
  })
}

function needsUnit(name: string, match: MatchField): boolean {
  const known = unitOfField(match(name))
  const plain = known !== null && Object.keys(known.dimension).length === 0
  return !plain && !UNITLESS.test(name)
}

function unitlessColumns({ found, match, quantities }: UnitRequest): Problem[] {
  const asked = quantities.problems.filter(({ code }) => code !== 'unit-not-applied')
  const told = new Set(asked.map(({ header }) => header))
  const seen = new Set<string>()
  return found.columns.flatMap(({ role, field, unit, unitSource, index, header }) => {
    const open = role === 'value' && field !== undefined && unit === null
    if (!open || unitSource === 'person' || seen.has(field.id) || told.has(header)) return []
    seen.add(field.id)
    if (!needsUnit(field.name, match)) return []
    return [problem('unit-missing', { column: index, header })]
  })
}
