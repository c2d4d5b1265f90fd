import { isSet } from './bytes.ts'
import type { PeriodTable, ZoneTable } from './places.ts'
import type { Plan, Slot } from './plan.ts'
import { neverNegative } from './signs.ts'
import { valueColumn, type ValueColumn } from './values.ts'
import { isAdditiveLabel } from './words.ts'

/** Whether the sum over zones means anything. */
export function isAdditive(slot: Slot | undefined): boolean {
  if (slot === undefined || !isAdditiveLabel(slot.field.name)) return false
  return !/[%‰/]/u.test(slot.unit ?? '')
}

/** The plan's value columns, made ready for the hot loop. */
export function compileColumns(
  plan: Plan,
  slots: Slot[],
  { periods, zones }: { periods: PeriodTable; zones: ZoneTable },
): ValueColumn[] {
  const values = plan.columns.filter(({ role }) => role === 'value')
  return values.map((column, position) => {
    const id = column.field?.id
    const slot = slots.findIndex(({ field, unit }) => field.id === id && unit === column.unit)
    const period = isSet(column.period) ? periods.add(column.period) : -1
    const never = neverNegative(slots[slot])
    const zone = isSet(column.zone) ? zones.name(column.zone, plan.headerRow) : -1
    return valueColumn(column, { slot, period, zone, position, neverNegative: never })
  })
}
