import type { CellContext } from './cell.ts'
import type { ProblemLog } from './problem-log.ts'
import type { RecordView } from './record-view.ts'
import type { RowQuantities } from './row-quantities.ts'
import { markOf, type Seen } from './seen.ts'
import { cell, type ValueColumn, type ValueReader } from './values.ts'

interface StrictSources {
  columns: ValueColumn[]
  /** In a file whose rows name the quantity. */
  named: { quantities: RowQuantities; laneOf(period: number, slot: number): number } | null
  seen: Seen
  values: ValueReader
  log: ProblemLog
}

interface CellPlace {
  column: ValueColumn
  context: CellContext
  zone: number
  lane: number
  slot: number
}

/** Where a row has an error, tells of all in it; nothing of such a row is kept or remembered. */
export function refusesRow(
  sources: StrictSources,
  view: RecordView,
  place: { zone: number; period: number },
): boolean {
  const { values, seen, log } = sources
  const cells = cellsOf(sources, view, place)
  const isBad = (one: CellPlace) => {
    const judged = values.judge(view, one.column, one.context)
    return judged === 'bad' || (judged === 'number' && differs(seen, one))
  }
  if (!cells.some(isBad)) return false
  for (const one of cells) {
    const reason = values.read(view, one.column, one.context)
    if (reason !== 0 || !differs(seen, one)) continue
    tellConflict(log, view, { column: one.column, value: cell.value, first: seen.firstRow() })
  }
  return true
}

function cellsOf(
  { columns, named }: StrictSources,
  view: RecordView,
  place: { zone: number; period: number },
): CellPlace[] {
  const slot = named === null ? -1 : named.quantities.slotOf(view)
  if (named !== null && slot < 0) return []
  return columns.map((column) => {
    const period = column.period >= 0 ? column.period : place.period
    const zone = column.zone >= 0 ? column.zone : place.zone
    if (named === null) {
      const { context } = column
      return { column, context, zone, lane: period, slot: Math.max(0, column.slot) }
    }
    const context = named.quantities.contextOf(slot, column)
    const lane = period < 0 ? -1 : named.laneOf(period, slot)
    return { column, context, zone, lane, slot: 0 }
  })
}

/** Whether the number last read is another than the one that its place has already. */
function differs(seen: Seen, { zone, lane, slot }: CellPlace): boolean {
  if (zone < 0 || lane < 0) return false
  seen.at(zone, lane)
  const known = seen.marks[seen.base + slot] ?? 0
  return known !== 0 && known !== markOf(cell.value)
}

interface Conflict {
  column: ValueColumn
  value: number
  first: number
}

export function tellConflict(
  log: ProblemLog,
  view: RecordView,
  { column, value, first }: Conflict,
): void {
  const { index, header } = column
  const place = { row: view.row, column: index, header, text: String(value), params: { first } }
  log.report('duplicate-observation', place)
}
