import type { CellContext } from './cell.ts'
import type { TextReader } from './decode.ts'
import { cleanLabel, statedUnit } from './label.ts'
import { createTextColumn } from './text-column.ts'
import type { FieldRef, Plan, Slot } from './plan.ts'
import type { ProblemLog } from './problem-log.ts'
import type { Quantities, SlotTable } from './quantities.ts'
import { cellText } from './records.ts'
import { createLabelResolver, labelKey } from './row-labels.ts'
import type { RecordView } from './record-view.ts'
import { contextFor, type ValueColumn } from './values.ts'
import { neverNegative } from './signs.ts'

/** Finds the quantity that a row names. */
export interface RowQuantities {
  /** -1 where the row names none. */
  slotOf(view: RecordView): number
  contextOf(slot: number, column: ValueColumn): CellContext
}

interface Options {
  plan: Plan
  text: TextReader
  table: SlotTable
  quantities: Quantities
  log: ProblemLog
  /** The field that a row of the other basis belongs to. */
  twin(field: FieldRef): FieldRef
}

export function createRowQuantities({
  plan,
  text,
  table,
  quantities,
  log,
  twin,
}: Options): RowQuantities {
  const field = plan.columns.find(({ role }) => role === 'field')
  const unit = plan.columns.find(({ role }) => role === 'unit')
  const labels = createTextColumn((field?.index ?? 0) - 1, text)
  const contexts: (CellContext | undefined)[] = []
  const known = new Map(
    plan.labels.map(({ label, unit: own, slot }) => [labelKey(label, own), slot]),
  )
  const above = plan.columns.find(({ role }) => role === 'value')?.unit ?? null
  const own = above === null ? null : statedUnit(above)
  const resolve = createLabelResolver(quantities, {
    column: field?.index ?? 0,
    tableUnits: own === null ? [] : [own],
  })

  function unitText(view: RecordView): string {
    if (unit === undefined || unit.index > view.count) return ''
    return cellText(view, unit.index - 1, text).trim()
  }

  function learn(label: string, unitOfRow: string, row: number): number {
    const quantity = resolve(label, unitOfRow, row)
    const slot = table.indexOf(twin(quantity.field), quantity.unit?.id ?? null, quantity.basis)
    known.set(labelKey(label, unitOfRow), slot)
    return slot
  }

  return {
    slotOf(view) {
      const label = cleanLabel(labels.texts[labels.idOf(view)] ?? '')
      if (label === '') {
        const column = field?.index ?? null
        log.report('field-missing', { row: view.row, column, header: field?.header ?? null })
        return -1
      }
      const stated = unitText(view)
      return known.get(labelKey(label, stated)) ?? learn(label, stated, view.row)
    },
    contextOf(slot, column) {
      const of = table.slots[slot]
      return (contexts[slot] ??= contextOfSlot(of, column.context.decimalComma))
    },
  }
}

function contextOfSlot(slot: Slot | undefined, decimalComma: boolean): CellContext {
  const traits = { neverNegative: neverNegative(slot) }
  return contextFor(slot?.unit ?? null, decimalComma, traits)
}
