import { Interner } from './interner.ts'
import type { RecordView } from './record-view.ts'

const LIMIT = 512

/** What cells such as — or １２ mean in one column, by their bytes, where nothing is to be told. */
export class OddCells {
  readonly reasons: number[] = []
  readonly values: number[] = []
  readonly decimals: number[] = []
  private readonly texts = new Interner()

  /** -1 where the cell is not known. */
  find(view: RecordView, k: number): number {
    if (k >= view.count || (view.kinds[k] ?? 0) > 1) return -1
    return this.texts.find(view.bytes, view.starts[k] ?? 0, view.ends[k] ?? 0)
  }

  keep(view: RecordView, k: number, cell: { reason: number; value: number; decimals: number }) {
    if ((view.kinds[k] ?? 0) > 1 || this.texts.size >= LIMIT) return
    const id = this.texts.intern(view.bytes, view.starts[k] ?? 0, view.ends[k] ?? 0)
    this.reasons[id] = cell.reason
    this.values[id] = cell.value
    this.decimals[id] = cell.decimals
  }
}
