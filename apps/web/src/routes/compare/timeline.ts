import type { Series } from '@permu/api/client'
import { periodKind } from '@permu/metrics'
import { median } from '#lib/statistics.ts'
import { isBroken, nearPeriods } from './tolerance.ts'

/** One zone over the periods. */
export interface TimeLine {
  readonly id: string
  readonly name: string
  readonly values: readonly (number | null)[]
  /** The rank among all zones of each period, 1 the best; null without a value. */
  readonly ranks: readonly (number | null)[]
  /** Positions from which on the zone is not the one it was before. */
  readonly breaks: readonly number[]
}

/** One quantity of all zones over the periods in which any of them has it. */
export interface Timeline {
  readonly periods: readonly string[]
  readonly lines: readonly TimeLine[]
  readonly medians: readonly (number | null)[]
  /** How many zones have a value in each period. */
  readonly counts: readonly number[]
}

function ranksOf(values: readonly (number | null)[], sign: 1 | -1): (number | null)[] {
  const sorted = values.filter((value) => value !== null).sort((a, b) => sign * (a - b))
  const first = new Map<number, number>()
  sorted.forEach((value, i) => {
    if (!first.has(value)) first.set(value, i + 1)
  })
  return values.map((value) => (value === null ? null : (first.get(value) ?? null)))
}

/** The first quantity of a series as lines of values and ranks, over periods of the kind of one. */
export function timelineOf(series: Series, like: string): Timeline {
  const rows = series.values[0] ?? []
  const kind = periodKind(like)
  const known = [...series.periods.entries()].flatMap(([p, period]) => {
    const told = rows.some((row) => typeof row[p] === 'number')
    return told && periodKind(period) === kind ? [p] : []
  })
  const periods = known.flatMap((p) => series.periods[p] ?? [])
  const columns = known.map((p) => rows.map((row) => row[p] ?? null))
  const sign = series.indicators[0]?.better === 'less' ? 1 : -1
  const ranks = columns.map((column) => ranksOf(column, sign))
  const numbers = columns.map((column) => column.filter((value) => value !== null))
  const lines = series.zones.map(({ id, name }, i) => ({
    id,
    name,
    values: columns.map((column) => column[i] ?? null),
    ranks: ranks.map((column) => column[i] ?? null),
    breaks: series.breaks
      .filter((one) => one.breaks && one.zone === id)
      .map(({ period }) => periods.findIndex((one) => one >= period))
      .filter((at) => at >= 0),
  }))
  const counts = numbers.map((column) => column.length)
  return { periods, lines, medians: numbers.map((column) => median(column)), counts }
}

/** The lines of some zones in their order, and those of the others. */
export function partLines({ lines }: Timeline, zones: readonly string[]) {
  const chosen = zones.flatMap((id) => lines.find((line) => line.id === id) ?? [])
  return { chosen, others: lines.filter(({ id }) => !zones.includes(id)) }
}

/** A value with the period it is of, where that is another than was asked for. */
export interface Dated {
  readonly value: number | null
  readonly period: string | null
}

/** A zone in two periods. */
export interface Shift {
  readonly id: string
  readonly name: string
  readonly from: Dated
  readonly to: Dated
  /** The series breaks in between: there is no change to compute. */
  readonly broken: boolean
  readonly change: number | null
  /** The change as a share of the earlier value; null across zero or a break. */
  readonly growth: number | null
}

interface Asked {
  readonly from: string
  readonly to: string
  readonly tolerance: number
}

function valueAt(line: TimeLine, periods: readonly string[], period: string): number | null {
  return line.values[periods.indexOf(period)] ?? null
}

function datedAt(
  line: TimeLine,
  period: string,
  { series, periods, tolerance }: { series: Series; periods: readonly string[]; tolerance: number },
): Dated {
  const own = valueAt(line, periods, period)
  if (own !== null) return { value: own, period: null }
  const near = nearPeriods(periods, period, tolerance).find((one) => {
    return valueAt(line, periods, one) !== null && !isBroken(series.breaks, line.id, [one, period])
  })
  if (near === undefined) return { value: null, period: null }
  return { value: valueAt(line, periods, near), period: near }
}

const NO_CHANGE = { change: null, growth: null }

function changeOf(from: number | null, to: number | null): Pick<Shift, 'change' | 'growth'> {
  if (from === null || to === null) return NO_CHANGE
  return { change: to - from, growth: from > 0 ? (to - from) / from : null }
}

/** The chosen zones in two periods; no change is computed over a break of the series. */
export function shiftsOf(
  series: Series,
  zones: readonly string[],
  { from, to, tolerance }: Asked,
): Shift[] {
  const timeline = timelineOf(series, to)
  const options = { series, periods: timeline.periods, tolerance }
  return partLines(timeline, zones).chosen.map((line) => {
    const [before, after] = [datedAt(line, from, options), datedAt(line, to, options)]
    const ends = [before.period ?? from, after.period ?? to] as const
    const broken = isBroken(series.breaks, line.id, ends)
    const compares = !broken && ends[0] !== ends[1]
    const { change, growth } = compares ? changeOf(before.value, after.value) : NO_CHANGE
    return { id: line.id, name: line.name, from: before, to: after, broken, change, growth }
  })
}
