import { looksNumeric } from './guess.ts'
import type { Plan, PlanColumn } from './plan.ts'
import type { ProblemLog } from './problem-log.ts'
import { cellText } from './records.ts'
import type { RecordView } from './record-view.ts'
import type { Store } from './store.ts'
import type { TextReader } from './decode.ts'

interface GroupOptions {
  plan: Plan
  log: ProblemLog
  text: TextReader
  store: Store
}

const LIMIT = 4096

/**
 * The rows below a name up to the next name, blank line or total. A row without a name belongs to
 * the zone above it where it has values for a period (and quantity) that no row of the group has.
 */
export class ZoneGroup {
  private readonly options: GroupOptions
  private readonly values: PlanColumn[]
  private zone = -1
  private keys: number[] = []
  private used = 0
  private count = 0
  private firstRow = 0

  constructor(options: GroupOptions) {
    this.options = options
    this.values = options.plan.columns.filter(({ role }) => role === 'value')
  }

  open(zone: number): void {
    this.zone = zone
    this.used = 0
  }

  close(): void {
    this.zone = -1
  }

  /** Runs once for every row. */
  add(key: number): void {
    if (this.used < LIMIT) this.keys[this.used++] = key
  }

  /** The zone of a row without a name; -1 where nothing proves one. */
  zoneFor(view: RecordView, period: number): number {
    if (this.zone < 0 || this.used >= LIMIT) return -1
    const key = this.options.store.keyOf(view, period)
    const at = this.keys.indexOf(key)
    if (key < 0 || (at >= 0 && at < this.used)) return -1
    if (!this.values.some((column) => this.hasNumber(view, column))) return -1
    if (this.count++ === 0) this.firstRow = view.row
    return this.zone
  }

  end(column: PlanColumn | undefined): void {
    if (this.count === 0) return
    const { index = null, header = null } = column ?? {}
    const params = { count: this.count }
    this.options.log.report('zone-filled-down', {
      row: this.firstRow,
      column: index,
      header,
      params,
    })
  }

  private hasNumber(view: RecordView, { index }: PlanColumn): boolean {
    return index <= view.count && looksNumeric(cellText(view, index - 1, this.options.text))
  }
}
