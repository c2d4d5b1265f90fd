import { isSet } from './bytes.ts'
import type { Plan, PlanColumn, Slot } from './plan.ts'

/** Finds the column that a value came from; 0 where several could have given it and none is known. */
export function columnFinder(plan: Plan) {
  const values = plan.columns.filter(({ role }) => role === 'value')
  const tidy = plan.columns.some(({ role }) => role === 'field')
  return (slot: Slot, period: string, zone: string): number => {
    const fits = (column: PlanColumn) => {
      if (isSet(column.period) && column.period !== period) return false
      return !isSet(column.zone) || column.zone === zone
    }
    const isOwn = ({ field, unit }: PlanColumn) => {
      return field?.id === slot.field.id && unit === slot.unit
    }
    const own = values.find((column) => fits(column) && (tidy || isOwn(column)))
    // A row of the other basis has a field of its own, which no column names.
    const twin = values.find((column) => fits(column) && isTwin(column, slot))
    return (own ?? twin)?.index ?? 0
  }
}

function isTwin({ field, unit }: PlanColumn, slot: Slot): boolean {
  const name = slot.field.name.replace(/（(累计|当期)）$/u, '')
  return field?.name === name && unit === slot.unit
}
