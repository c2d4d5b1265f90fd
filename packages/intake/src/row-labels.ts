import type { ColumnsFinding } from './columns.ts'
import type { HeaderFinding } from './header.ts'
import { cleanLabel, statedUnit } from './label.ts'
import type { Unit } from '@permu/metrics'
import { splitBasis } from './basis.ts'
import type { Basis, RowLabel } from './plan.ts'
import type { PreambleFacts } from './preamble.ts'
import type { Quantities, Quantity, SlotTable } from './quantities.ts'
import { dataRecords } from './stats.ts'
import { isFooterText } from './words.ts'

interface LabelRequest {
  found: ColumnsFinding
  header: HeaderFinding
  facts: PreambleFacts
  quantities: Quantities
}

/** The quantities that the sample's rows name. */
export function rowLabels(request: LabelRequest, table: SlotTable): RowLabel[] {
  const { found, header, facts } = request
  const fieldAt = found.columns.findIndex(({ role }) => role === 'field')
  const unitAt = found.columns.findIndex(({ role }) => role === 'unit')
  const { unit: valueUnit = null } = found.columns.find(({ role }) => role === 'value') ?? {}
  const rowBasis = basisOfRows(found)
  const labels = new Map<string, RowLabel>()
  const resolve = createLabelResolver(request.quantities, {
    column: fieldAt + 1,
    tableUnits: tableUnits(valueUnit, facts.units),
  })
  for (const { row, cells } of dataRecords(header.data)) {
    const label = cleanLabel(cellAt(cells, fieldAt))
    const unit = cellAt(cells, unitAt).trim()
    const key = labelKey(label, unit)
    if (label === '' || labels.has(key) || isFooterText(label)) continue
    const quantity = resolve(label, unit, row)
    const slot = slotOf(table, quantity, rowBasis)
    labels.set(key, { label, unit, slot })
  }
  return [...labels.values()]
}

function basisOfRows({ columns }: ColumnsFinding): Basis | null {
  return columns.find(({ role }) => role === 'period')?.basis ?? null
}

function slotOf(table: SlotTable, { field, unit, basis }: RowQuantity, rows: Basis | null): number {
  return table.indexOf(field, unit?.id ?? null, basis ?? rows)
}

function cellAt(cells: string[], at: number): string {
  return cells[at] ?? ''
}

function tableUnits(value: string | null, above: Unit[]): Unit[] {
  const own = value === null ? null : statedUnit(value)
  return own === null ? above : [own]
}

export function labelKey(label: string, unit: string): string {
  return `${label}\n${unit}`
}

interface RowQuantity extends Quantity {
  basis: Basis | null
}

export function createLabelResolver(
  quantities: Quantities,
  place: { column: number; tableUnits: Unit[] },
) {
  return (label: string, unit: string, row: number): RowQuantity => {
    // A row's own figure is the field; one that counts from January stays a field of its own.
    const split = splitBasis(label)
    const found = quantities.resolve({
      label: split.basis === 'own' ? split.label : label,
      header: label,
      column: place.column,
      row,
      rowUnit: unit === '' ? null : statedUnit(unit),
      tableUnits: place.tableUnits,
    })
    return { ...found, basis: split.basis === 'cumulative' && found.known ? null : split.basis }
  }
}
