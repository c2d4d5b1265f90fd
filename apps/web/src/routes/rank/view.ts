import type { Board, BoardRow } from './board.ts'
import type { RankState, Sort } from './state.ts'

/** A table of at most this many rows is shown whole. */
export const ROWS_SHOWN = 300

/** The rows of a longer ranking before «show all»: each is sent, and taken over by the page. */
export const ROWS_FIRST = 100

/** Rows in the chosen order; a row without the value comes last in either direction. */
export function sortRows(
  board: Board,
  sort: Sort | null,
  compareNames: (a: string, b: string) => number,
): readonly BoardRow[] {
  if (sort === null) return board.rows
  const sign = sort.descending ? -1 : 1
  if (sort.key === 'name') return board.rows.toSorted((a, b) => sign * compareNames(a.name, b.name))
  const k = board.criteria.findIndex(({ id }) => id === sort.key)
  const value = (row: BoardRow) => (sort.key === 'rank' ? row.rank : (row.values[k] ?? null))
  return board.rows.toSorted((a, b) => compareNumbers(value(a), value(b), sign))
}

function compareNumbers(a: number | null, b: number | null, sign: 1 | -1): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return sign * (a - b)
}

/** Pinned rows first in their own group, then the rest; a long one is cut at {@link ROWS_FIRST}. */
export function layOut(rows: readonly BoardRow[], state: Pick<RankState, 'pins' | 'all'>) {
  const pins = new Set(state.pins)
  const pinned = rows.filter(({ zone }) => pins.has(zone))
  const whole = state.all || rows.length <= ROWS_SHOWN
  const shown = whole ? rows : rows.slice(0, ROWS_FIRST)
  return { pinned, shown, hidden: rows.length - shown.length }
}

/** The order after a click on a column: numbers start high, names and ranks start low. */
export function nextSort(sort: Sort | null, key: string): Sort | null {
  const start = key !== 'name' && key !== 'rank'
  if (sort?.key !== key) return key === 'rank' ? null : { key, descending: start }
  return sort.descending === start ? { key, descending: !start } : null
}

export interface Segment {
  readonly criterion: number
  readonly x: number
  readonly width: number
}

/** The span that every row's bar shares, so that lengths compare: all parts below and above zero. */
export function barSpan(rows: readonly BoardRow[]): { low: number; high: number } {
  let low = 0
  let high = 0
  for (const { parts } of rows) {
    if (!parts) continue
    let below = 0
    let above = 0
    for (const part of parts) {
      if (part !== null && part < 0) below += part
      else above += part ?? 0
    }
    low = Math.min(low, below)
    high = Math.max(high, above)
  }
  return { low, high: high === low ? low + 1 : high }
}

/** The parts of a score laid end to end in percent of the span, negative ones to the left of zero. */
export function segmentsOf(
  parts: readonly (number | null)[],
  { low, high }: { low: number; high: number },
): Segment[] {
  const scale = 100 / (high - low)
  let left = -low * scale
  let right = left
  return parts.flatMap((part, criterion) => {
    const width = Math.abs(part ?? 0) * scale
    if (width === 0) return []
    if ((part ?? 0) < 0) {
      left -= width
      return [{ criterion, x: drawn(left), width: drawn(width) }]
    }
    right += width
    return [{ criterion, x: drawn(right - width), width: drawn(width) }]
  })
}

// A hundredth of a percent is far below a pixel, and the figures are sent with every row.
const drawn = (percent: number) => Math.round(percent * 100) / 100

/** Where a group begins, by zone, with the name of the group. */
export function groupStarts(
  rows: readonly Pick<BoardRow, 'zone' | 'peers'>[],
): Map<string, string> {
  const seen = new Set<string>()
  const found = new Map<string, string>()
  for (const { zone, peers } of rows) {
    if (!peers || seen.has(peers.group)) continue
    seen.add(peers.group)
    found.set(zone, peers.group)
  }
  return found
}

/** Where a tier begins, by zone; the first begins with the table and needs no line. */
export function tierStarts(
  rows: readonly Pick<BoardRow, 'zone'>[],
  tiers: Readonly<Record<string, number>>,
): Map<string, number> {
  const seen = new Set([1])
  const found = new Map<string, number>()
  for (const { zone } of rows) {
    const tier = tiers[zone]
    if (tier !== undefined && !seen.has(tier)) found.set(zone, tier)
    if (tier !== undefined) seen.add(tier)
  }
  return found
}
