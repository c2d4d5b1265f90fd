import { MAX_COLUMNS, MAX_ROWS } from './limits.ts'
import { columnOf } from './sheet-scanner.ts'

/** A range of cells shown as one; rows and columns from 1, both ends included. */
export interface Merge {
  top: number
  left: number
  bottom: number
  right: number
}

/** `B2:D3` as numbers; null where it is not a range of cells that are read. */
export function parseRange(text: string): Merge | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/iu.exec(text)
  if (found === null) return null
  const [, from = '', top = '', to = '', bottom = ''] = found
  const merge = {
    top: Number(top),
    left: columnOf(from),
    bottom: Math.min(Number(bottom), MAX_ROWS),
    right: Math.min(columnOf(to), MAX_COLUMNS),
  }
  return merge.top > 0 && merge.top <= merge.bottom && merge.left <= merge.right ? merge : null
}

const letters = (column: number): string =>
  column === 0
    ? ''
    : letters(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26))

/** `B2:D3`, as Excel names it. */
export const rangeText = ({ top, left, bottom, right }: Merge) =>
  `${letters(left)}${top}:${letters(right)}${bottom}`
