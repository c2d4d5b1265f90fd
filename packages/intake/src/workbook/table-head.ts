import type { Merge } from './merges.ts'
import type { SheetRow } from './sheet-row.ts'

/** What the first rows of a sheet tell of its table. */
export interface TableHead {
  /** The first column of the first rows that holds a cell, from 1. */
  first: number
  /** Columns of the widest of the first rows. */
  width: number
  /** The last row before the first one that holds figures. */
  lastRow: number
  /** Texts above the figures, by column from 1. */
  labels: Map<number, string>
}

const isYear = (text: string) => /^(19|20|21)\d{2}$/u.test(text)

function hasFigures({ texts, kinds }: SheetRow): boolean {
  return kinds.some((kind, i) => kind === 'number' && !isYear(texts[i] ?? ''))
}

const firstOf = ({ kinds }: SheetRow) => kinds.findIndex((kind) => kind !== 'blank') + 1
const widthOf = ({ kinds }: SheetRow) => kinds.findLastIndex((kind) => kind !== 'blank') + 1

/** Looks at the first rows: how wide the table is and where its figures begin. */
export function findTableHead(rows: readonly SheetRow[], merges: readonly Merge[]): TableHead {
  const first = rows.findIndex(hasFigures)
  const above = first < 0 ? rows.slice(0, 1) : rows.slice(0, first)
  const lastRow = above.at(-1)?.row ?? 0
  const headed = merges.filter(({ top }) => top <= lastRow)
  const labels = new Map<number, string>()
  for (const { texts } of above) {
    texts.forEach((text, i) => {
      if (text !== '') labels.set(i + 1, `${labels.get(i + 1) ?? ''} ${text}`)
    })
  }
  spreadLabels(labels, headed, above)
  const width = Math.max(0, ...rows.map(widthOf), ...narrow(headed, rows))
  return { first: Math.min(...rows.map(firstOf), width), width, lastRow, labels }
}

// A group of headers reaches as far as its merged cell, but a title may reach beyond the table.
function narrow(merges: readonly Merge[], rows: readonly SheetRow[]): number[] {
  const widest = Math.max(0, ...rows.map(widthOf))
  return merges.map(({ left, right }) => (left > 1 && left <= widest ? right : 0))
}

function spreadLabels(labels: Map<number, string>, merges: readonly Merge[], rows: SheetRow[]) {
  for (const { top, left, right } of merges) {
    const text = rows.find(({ row }) => row === top)?.texts[left - 1] ?? ''
    if (text === '' || left === 1) continue
    for (let c = left + 1; c <= right; c++) labels.set(c, `${labels.get(c) ?? ''} ${text}`)
  }
}

const TITLE_SHARE = 0.8

/** A title stands over (nearly) the whole table, or alone in its row, and belongs to no column. */
export function isTitle(merge: Merge, row: SheetRow, head: TableHead): boolean {
  const { left, right } = merge
  if (left !== head.first || left === right) return false
  const alone = row.kinds.filter((kind) => kind !== 'blank').length === 1
  return alone || right - left + 1 >= (head.width - head.first + 1) * TITLE_SHARE
}

const LABEL_COLUMN =
  /年|期|季|月|代码|编码|编号|序号|year|period|quarter|month|code|\bno\b|\bid\b/iu

/** Whether a number of this column names something, as a year or a code does, and counts nothing. */
export function namesRows(head: TableHead, column: number, text: string): boolean {
  return /^\d+$/u.test(text) && LABEL_COLUMN.test(head.labels.get(column) ?? '')
}

/** A number that a person would read as one of the years of a header. */
export const isHeaderYear = (head: TableHead, row: number, text: string) =>
  row <= head.lastRow && isYear(text)
