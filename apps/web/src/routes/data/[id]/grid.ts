import type { FileProblem, RowPage } from '@permu/api/client'

/** A cell by its file row and its column, both from 1. */
export interface Place {
  readonly row: number
  readonly column: number
}

export interface GridShape {
  readonly rows: readonly number[]
  readonly columns: number
}

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
  Home: [0, -Infinity],
  End: [0, Infinity],
}

/** Where a key leads from a cell; null where the key does not move. */
export function moved({ row, column }: Place, key: string, shape: GridShape): Place | null {
  const step = STEPS[key]
  if (!step) return null
  const at = Math.max(0, shape.rows.indexOf(row))
  const next = shape.rows[between(at + step[0], 0, shape.rows.length - 1)]
  return { row: next ?? row, column: between(column + step[1], 1, shape.columns) }
}

/** The next cell with a problem in reading order, from the start again after the last. */
export function nextMarked(items: RowPage['items'], from: Place | null): Place | null {
  const places = items
    .flatMap(({ row, problems }) =>
      problems.flatMap(({ column }) => (column ? { row, column } : [])),
    )
    .toSorted((a, b) => a.row - b.row || a.column - b.column)
  const after = (place: Place) =>
    from === null || place.row > from.row || (place.row === from.row && place.column > from.column)
  return places.find(after) ?? places[0] ?? null
}

/** The problems of one cell, and those of its whole row with it. */
export function problemsAt(items: RowPage['items'], { row, column }: Place): FileProblem[] {
  const found = items.find((item) => item.row === row)?.problems ?? []
  return found.filter((problem) => problem.column === column || problem.column === null)
}

function between(n: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, n))
}
