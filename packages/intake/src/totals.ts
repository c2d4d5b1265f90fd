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
  add(period: number, column: number, value: number): void
  gap(period: number, column: number): void
  total(row: TotalRow): void
  end(): void
}

const KEPT = 500

export function createTotals(columns: SummedColumn[], log: ProblemLog): Totals {
  const width = columns.length
  let sums = new Float64Array(width * 64)
  let rows = new Int32Array(width * 64)
  let gaps = new Int32Array(width * 64)
  let sectionStart = new Map<number, Sum>()
  const pending: Pending[] = []

  function reserve(at: number): void {
    if (at < sums.length) return
    const size = Math.max(at + 1, sums.length * 2)
    const more = { sums: new Float64Array(size), rows: new Int32Array(size), gaps: new Int32Array(size) }
    more.sums.set(sums)
    more.rows.set(rows)
    more.gaps.set(gaps)
    ;({ sums, rows, gaps } = more)
  }

  const current = (at: number): Sum => ({
    sum: sums[at] ?? 0,
    rows: rows[at] ?? 0,
    gaps: gaps[at] ?? 0,
  })

  function sinceSection(at: number): Sum {
    const now = current(at)
    const start = sectionStart.get(at)
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
      const final = current(period * width + k)
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

  return {
    add(period, column, value) {
      const at = period * width + column
      if (at >= sums.length) reserve(at)
      sums[at] = (sums[at] ?? 0) + value
      rows[at] = (rows[at] ?? 0) + 1
    },
    gap(period, column) {
      const at = period * width + column
      if (at >= sums.length) reserve(at)
      gaps[at] = (gaps[at] ?? 0) + 1
    },
    total(row) {
      const places = row.periods.map((period, k) => period * width + k)
      const kept = { ...row, before: places.map(current), since: places.map(sinceSection) }
      if (pending.length < KEPT) pending.push(kept)
      else check(kept)
      sectionStart = new Map(places.map((at) => [at, current(at)]))
    },
    end() {
      pending.forEach(check)
    },
  }
}

// Parts and total are rounded on their own, so decimals may differ by a few units of the last one.
function agrees(total: number, { sum, rows, gaps }: Sum, decimals: number): boolean {
  if (gaps > 0 && total > sum) return true
  const rounding = decimals === 0 ? 0.5 : 10 ** -decimals * (0.5 + 0.6 * Math.sqrt(rows))
  return Math.abs(total - sum) <= rounding + Math.abs(sum) * 1e-12
}
