import { twinField } from './basis.ts'
import type { FieldRef, Plan, RowLabel } from './plan.ts'
import type { SlotTable } from './quantities.ts'
import { Store, type StoreOptions } from './store.ts'

/**
 * A store beside another, for rows whose figures have the other basis: where a file has both, 1–9月
 * must not meet September itself, so it goes to fields of its own.
 */
export function createTwinStore(options: StoreOptions, main: Store): Store {
  const { plan } = options
  const { table, tally } = main
  const rows = plan.columns.find(({ role }) => role === 'period')?.basis
  const basis = rows === 'cumulative' ? 'own' : 'cumulative'
  const twin = (field: FieldRef) => twinField(field, basis)
  const columns = plan.columns.map((column) => {
    if (column.role !== 'value' || column.field === undefined) return column
    const field = twin(column.field)
    table.indexOf(field, column.unit, basis)
    return { ...column, field }
  })
  const labels = plan.labels.map((label) => twinLabel(label, table, { twin, basis }))
  const twinPlan: Plan = { ...plan, columns, labels }
  return new Store({ ...options, plan: twinPlan, shared: { table, tally, twin } })
}

interface Twinning {
  twin(field: FieldRef): FieldRef
  basis: 'own' | 'cumulative'
}

function twinLabel(label: RowLabel, table: SlotTable, { twin, basis }: Twinning): RowLabel {
  const slot = table.slots[label.slot]
  if (slot === undefined) return label
  return { ...label, slot: table.indexOf(twin(slot.field), slot.unit, basis) }
}
