import type { ProblemLog } from './problem-log.ts'

/** A value column as the sums see it. */
export interface SummedColumn {
  index: number
  header: string
  additive: boolean
}

/** A row that sums up others, kept until the end of the file, where it can be checked. */
export interface TotalRow {
  row: number
  text: string
  section: boolean
  /** The period of each column's value. */
  periods: number[]
  /** NaN where the row has no value. */
  values: number[]
  decimals: number[]
}

interface Pending extends TotalRow {
  before: Sum[]
  since: Sum[]
}

interface Sum {
  sum: number
  rows: number
  gaps: number
}

/** Adds up the value columns by period and compares the total rows with the sums. */
export interface Totals {
  /** Makes room for a period; its sums begin at `sums[base]`. */
  at(period: number): void
  /** By period and column; the hot loop adds to it. */
  sums: Float64Array
  base: number
  gap(column: number): void
  total(row: TotalRow): void
  end(): void
}

const KEPT = 500

export function createTotals(columns: SummedColumn[], log: ProblemLog): Totals {
  const width = columns.length
  let rows = new Int32Array(64)
  let gaps = new Int32Array(width * 64)
  let sectionStart = new Map<number, Sum>()
  const pending: Pending[] = []

  function reserve(period: number): void {
    const size = Math.max(period + 1, rows.length * 2)
    rows = copied(new Int32Array(size), rows)
    gaps = copied(new Int32Array(size * width), gaps)
    totals.sums = copied(new Float64Array(size * width), totals.sums)
  }

  function current(period: number, k: number): Sum {
    const at = period * width + k
    const gap = gaps[at] ?? 0
    return { sum: totals.sums[at] ?? 0, rows: (rows[period] ?? 0) - gap, gaps: gap }
  }

  function sinceSection(period: number, k: number): Sum {
    const now = current(period, k)
    const start = sectionStart.get(period * width + k)
    if (start === undefined) return now
    return { sum: now.sum - start.sum, rows: now.rows - start.rows, gaps: now.gaps - start.gaps }
  }

  function check(total: Pending): void {
    for (const [k, column] of columns.entries()) {
      const value = total.values[k] ?? NaN
      const period = total.periods[k] ?? -1
      if (!column.additive || Number.isNaN(value) || period < 0) continue
      const before = total.before[k]
      const since = total.since[k]
      const final = current(period, k)
      const sums = [before, since, final].filter((sum): sum is Sum => (sum?.rows ?? 0) > 0)
      const digits = total.decimals[k] ?? 0
      if (sums.length === 0 || sums.some((sum) => agrees(value, sum, digits))) continue
      const shown = total.section ? since : before
      tell(total, column, { value, sum: shown !== undefined && shown.rows > 0 ? shown : final })
    }
  }

  function tell(total: Pending, column: SummedColumn, found: { value: number; sum: Sum }): void {
    const sum = Number(found.sum.sum.toPrecision(15))
    log.report('total-mismatch', {
      row: total.row,
      column: column.index,
      header: column.header,
      text: total.text,
      params: { total: found.value, sum, rows: found.sum.rows },
    })
  }

  const totals: Totals = {
    sums: new Float64Array(width * 64),
    base: 0,
    at(period) {
      if (period >= rows.length) reserve(period)
      rows[period] = (rows[period] ?? 0) + 1
      totals.base = period * width
    },
    gap(column) {
      const at = totals.base + column
      gaps[at] = (gaps[at] ?? 0) + 1
    },
    total(row) {
      const before = row.periods.map((period, k) => current(period, k))
      const since = row.periods.map((period, k) => sinceSection(period, k))
      const kept = { ...row, before, since }
      if (pending.length < KEPT) pending.push(kept)
      else check(kept)
      sectionStart = new Map(
        row.periods.map((period, k) => [period * width + k, current(period, k)]),
      )
    },
    end() {
      pending.forEach(check)
    },
  }
  return totals
}

function copied<A extends Int32Array | Float64Array>(target: A, source: A): A {
  target.set(source)
  return target
}

// Parts and total are rounded on their own, so decimals may differ by a few units of the last one.
function agrees(total: number, { sum, rows, gaps }: Sum, decimals: number): boolean {
  if (gaps > 0 && total > sum) return true
  const rounding = decimals === 0 ? 0.5 : 10 ** -decimals * (0.5 + 0.6 * Math.sqrt(rows))
  return Math.abs(total - sum) <= rounding + Math.abs(sum) * 1e-12
}
