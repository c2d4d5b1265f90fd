import { looksNumeric } from '../guess.ts'
import type { CellText } from './cell-text.ts'
import { Refusal } from './refusal.ts'
import type { Merge } from './merges.ts'
import { putCell, type SheetRow } from './sheet-row.ts'
import { isHeaderYear, isTitle, namesRows, type TableHead } from './table-head.ts'

/** A merged cell that is being repeated: what, and over which columns. */
interface Filling {
  bottom: number
  left: number
  right: number
  cell: CellText
}

export interface FillOptions {
  merges: readonly Merge[]
  head: TableHead
  /** Hears of a number that was merged over several cells, and is not repeated. */
  figure(merge: Merge, text: string): void
}

/** Overlapping ranges are damage: side by side there are never more than columns. */
const MOST_OPEN = 1000

/**
 * Repeats merged texts: within the head over their whole range, among the figures down their first
 * column. A title stays where it is, and a figure is never repeated.
 */
export function createFill(options: FillOptions): (row: SheetRow) => number {
  const waiting = options.merges.toSorted((a, b) => a.top - b.top || a.left - b.left)
  let next = 0
  let open: Filling[] = []
  return (row) => {
    open = open.filter(({ bottom }) => bottom >= row.row)
    for (; (waiting[next]?.top ?? Infinity) <= row.row; next++) {
      const merge = waiting[next]
      const filling = merge?.top === row.row ? begin(merge, row, options) : null
      if (filling !== null) open.push(filling)
    }
    if (open.length > MOST_OPEN) throw new Refusal('damaged')
    const own = row.kinds.some((kind) => kind !== 'blank')
    return own ? open.reduce((count, filling) => count + fill(row, filling), 0) : 0
  }
}

function fill(row: SheetRow, { left, right, cell }: Filling): number {
  let filled = 0
  for (let column = left; column <= right; column++) {
    if ((row.kinds[column - 1] ?? 'blank') !== 'blank') continue
    putCell(row, column, cell)
    filled++
  }
  return filled
}

function begin(merge: Merge, row: SheetRow, { head, figure }: FillOptions): Filling | null {
  const { left, right, bottom } = merge
  const text = row.texts[left - 1] ?? ''
  const kind = row.kinds[left - 1] ?? 'blank'
  if (kind === 'blank' || isTitle(merge, row, head)) return null
  const cell = { text, kind }
  if (isHeaderYear(head, row.row, text)) return { bottom, left, right, cell }
  const counts = kind !== 'text' || looksNumeric(text)
  if (counts && !namesRows(head, left, text)) {
    figure(merge, text)
    return null
  }
  return { bottom, left, right: row.row <= head.lastRow ? right : left, cell }
}
