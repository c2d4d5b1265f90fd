import type { Unit } from '@permu/metrics'
import { hasBothBases } from './bases.ts'
import { isWholeYear, twinField } from './basis.ts'
import { fileField, type PlaceRequest } from './place.ts'
import type { FieldRef, PlanColumn } from './plan.ts'
import type { Quantities } from './quantities.ts'

/** Columns that are nothing but periods share the quantity that the file as a whole names. */
export function giveFileField(draft: PlaceRequest & { quantities: Quantities }): FieldRef | null {
  const label = fileField(draft)
  const open = draft.found.columns.filter((c) => c.role === 'value' && c.field === undefined)
  if (label === null) {
    if (!draft.found.tidy) for (const column of open) dropColumn(column)
    return null
  }
  const found = draft.quantities.resolve({
    label,
    header: label,
    column: null,
    tableUnits: draft.facts.units,
  })
  const mixed = hasBothBases(open)
  for (const column of open) {
    const apart = mixed && column.basis === 'cumulative' && !isWholeYear(column.period ?? '')
    const own = apart ? twinField(found.field, 'cumulative') : found.field
    giveField(column, own, found.unit)
  }
  return found.field
}

function giveField(column: PlanColumn, field: FieldRef, unit: Unit | null): void {
  column.field = field
  column.unit = unit?.id ?? null
  column.unitSource = unit === null ? null : 'preamble'
}

function dropColumn(column: PlanColumn): void {
  column.role = 'ignored'
  column.why = 'no-field'
}
