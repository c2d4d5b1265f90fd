import { copyInto } from './bytes.ts'
import type { ProblemLog } from './problem-log.ts'

/** A value column as the sums see it. */
export interface SummedColumn {
  index: number
  header: string
  additive: boolean
}

/** A row that sums up others. */
export interface TotalRow {
  row: number
  text: string
  /** Of the rows since the last such row, rather than of all. */
  section: boolean
  /** The period of each column's value; -1 where it has none. */
  periods: number[]
  /** NaN where the row has no value. */
  values: number[]
  decimals: number[]
}

interface Sum {
  sum: number
  rows: number
  gaps: number
}

interface Pending extends TotalRow {
  before: Sum[]
  since: Sum[]
}

const KEPT = 500

/** Adds up the value columns by period and compares the total rows with the sums. */
export class Totals {
  /** By period and column; the hot loop adds to it, from `base` on. */
  sums: Float64Array
  base = 0
  private readonly columns: SummedColumn[]
  private readonly log: ProblemLog
  private readonly width: number
  private rows = new Int32Array(64)
  private gaps: Int32Array
  private sectionStart = new Map<number, Sum>()
  private readonly pending: Pending[] = []

  constructor(columns: SummedColumn[], log: ProblemLog) {
    this.columns = columns
    this.log = log
    this.width = columns.length
    this.sums = new Float64Array(this.width * 64)
    this.gaps = new Int32Array(this.width * 64)
  }

  /** Begins a row of a period. */
  at(period: number): void {
    if (period >= this.rows.length) this.reserve(period)
    this.rows[period] = (this.rows[period] ?? 0) + 1
    this.base = period * this.width
  }

  /** The current row has no value in a column. */
  gap(column: number): void {
    const at = this.base + column
    this.gaps[at] = (this.gaps[at] ?? 0) + 1
  }

  /** Kept until the end of the file, for totals may stand above what they sum up. */
  total(row: TotalRow): void {
    const before = row.periods.map((period, k) => this.current(period, k))
    const since = row.periods.map((period, k) => this.sinceSection(period, k))
    const kept = { ...row, before, since }
    if (this.pending.length < KEPT) this.pending.push(kept)
    else this.check(kept)
    const starts = row.periods.map((period, k): [number, Sum] => [
      period * this.width + k,
      this.current(period, k),
    ])
    this.sectionStart = new Map(starts)
  }

  end(): void {
    for (const total of this.pending) this.check(total)
  }

  private reserve(period: number): void {
    const size = Math.max(period + 1, this.rows.length * 2)
    this.rows = copyInto(new Int32Array(size), this.rows)
    this.gaps = copyInto(new Int32Array(size * this.width), this.gaps)
    this.sums = copyInto(new Float64Array(size * this.width), this.sums)
  }

  private current(period: number, k: number): Sum {
    const at = period * this.width + k
    const gaps = this.gaps[at] ?? 0
    return { sum: this.sums[at] ?? 0, rows: (this.rows[period] ?? 0) - gaps, gaps }
  }

  private sinceSection(period: number, k: number): Sum {
    const now = this.current(period, k)
    const start = this.sectionStart.get(period * this.width + k)
    if (start === undefined) return now
    return { sum: now.sum - start.sum, rows: now.rows - start.rows, gaps: now.gaps - start.gaps }
  }

  private check(total: Pending): void {
    for (const [k, column] of this.columns.entries()) {
      if (column.additive) this.checkColumn(total, column, k)
    }
  }

  private checkColumn(total: Pending, column: SummedColumn, k: number): void {
    const { [k]: value = NaN } = total.values
    const { [k]: period = -1 } = total.periods
    if (Number.isNaN(value) || period < 0) return
    const { [k]: digits = 0 } = total.decimals
    const final = this.current(period, k)
    const sums = [total.section ? total.since[k] : total.before[k], total.since[k], final]
    const filled = sums.filter((sum): sum is Sum => sum !== undefined && sum.rows > 0)
    const [shown] = filled
    if (shown === undefined || filled.some((sum) => agrees(value, sum, digits))) return
    this.log.report('total-mismatch', {
      row: total.row,
      column: column.index,
      header: column.header,
      text: total.text,
      params: { total: value, sum: Number(shown.sum.toPrecision(15)), rows: shown.rows },
    })
  }
}

// Parts and total are rounded on their own, so decimals may differ by a few units of the last one.
function agrees(total: number, { sum, rows, gaps }: Sum, decimals: number): boolean {
  if (gaps > 0 && total > sum) return true
  const rounding = decimals === 0 ? 0.5 : 10 ** -decimals * (0.5 + 0.6 * Math.sqrt(rows))
  return Math.abs(total - sum) <= rounding + Math.abs(sum) * 1e-12
}
