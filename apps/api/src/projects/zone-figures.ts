import { comparable, convert, parseUnit, type Unit } from '@permu/metrics'
import { reasonName } from '../data/period-table.ts'
import { columnOf, findQuantity } from '../data/quantities.ts'
import type { Snapshot } from '../data/snapshots.ts'
import type { Figure } from './figures.ts'

const none = (reason: Figure['reason'], unit: Unit | null): Figure => {
  return { value: null, unit: unit?.id ?? null, reason }
}

function inUnit(value: number, from: Unit | null, to: Unit | null): Figure {
  if (from === null || to === null) return none('unit-unknown', to)
  if (!comparable(from, to)) return none('unit-conflict', to)
  return { value: convert(value, from, to), unit: to.id, reason: null }
}

/** A zone's own figure of a field or indicator, in a unit; `none` where the data have no such period. */
export async function zoneFigure(
  snapshot: Snapshot,
  at: { zone: number; period: string | null; quantity: string; unit: string },
): Promise<Figure> {
  const unit = parseUnit(at.unit)
  const measured = findQuantity(snapshot, at.quantity)
  if (at.period === null || measured === null || !snapshot.periods.includes(at.period)) {
    return none('not-reported', unit)
  }
  const column = columnOf(measured, await snapshot.table(at.period))
  const reason = reasonName(column.reasons[at.zone] ?? 1)
  if (reason !== null) return none(reason, unit)
  return inUnit(column.values[at.zone] ?? Number.NaN, column.unit, unit)
}
