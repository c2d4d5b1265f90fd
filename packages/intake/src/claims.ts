import type { ProblemLog } from './problem-log.ts'
import type { RecordView } from './record-view.ts'
import { markOf, type Seen } from './seen.ts'
import { tellConflict } from './strict.ts'
import type { ValueColumn } from './values.ts'

/** Gives each cell of zone, period and slot to the first row that has a value for it. */
export class Claims {
  private readonly seen: Seen
  private readonly log: ProblemLog
  private toldRow = 0

  constructor(seen: Seen, log: ProblemLog) {
    this.seen = seen
    this.log = log
  }

  /** False where the current place has a value already; that it has one is told. */
  claim(view: RecordView, column: ValueColumn, of: { slot: number; value: number }): boolean {
    const { seen } = this
    const { slot, value } = of
    const mark = markOf(value)
    const known = seen.marks[seen.base + slot] ?? 0
    if (known === 0) {
      seen.add(slot, mark)
      return true
    }
    const first = seen.firstRow()
    if (known === mark) this.tellSame(view, column, first)
    else tellConflict(this.log, view, { column, value, first })
    return false
  }

  /** Once for each row. */
  private tellSame({ row }: RecordView, { index, header }: ValueColumn, first: number): void {
    if (row === this.toldRow) return
    this.toldRow = row
    this.log.report('duplicate-row', { row, column: index, header, params: { first } })
  }
}
