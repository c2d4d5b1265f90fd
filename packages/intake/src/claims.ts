import type { ProblemLog } from './problem-log.ts'
import type { RecordView } from './record-view.ts'
import { markOf, type Seen } from './seen.ts'
import { tellConflict } from './strict.ts'
import type { ValueColumn } from './values.ts'

/** Gives each cell of zone, period and slot to the first row that has a value for it. */
export class Claims {
  private readonly seen: Seen
  private readonly log: ProblemLog

  constructor(seen: Seen, log: ProblemLog) {
    this.seen = seen
    this.log = log
  }

  /** False where the current place has a value already; that it has one is told. */
  claim(view: RecordView, column: ValueColumn, of: { slot: number; value: number }): boolean {
    const { seen } = this
    const { slot, value } = of
    const at = seen.base + slot
    const mark = markOf(value)
    const known = seen.marks[at] ?? 0
    if (known === 0) {
      seen.marks[at] = mark
      return true
    }
    const first = seen.firstRow()
    if (known === mark) {
      const { index, header } = column
      const place = { row: view.row, column: index, header, params: { first } }
      this.log.once(`duplicate ${view.row}`, 'duplicate-row', place)
    } else tellConflict(this.log, view, { column, value, first })
    return false
  }
}
