import { byteAt } from './bytes.ts'
import { POWERS } from './number.ts'
import type { RecordView } from './record-view.ts'

export interface CellDialect {
  delimiter: number
  /** 0 where quoting is off. */
  quote: number
  /** 1 for the delimiter and line ends. */
  special: Uint8Array
  /** Bytes above this are never special: most of them, which saves looking them up. */
  above: number
  /** The cell that was left over: where it begins, and its number. */
  rest: { from: number; end: number; form: number; value: number }
}

/**
 * Cuts plain cells with a delimiter behind them, up to another kind of cell, the end of the line or
 * that of the bytes. Digits are added up on the way, for the cells of a large file are mostly numbers.
 */
// eslint-disable-next-line complexity -- one loop over every byte of the file
export function cutPlainCells(
  view: RecordView,
  { delimiter, quote, special, above, rest }: CellDialect,
  { start, used }: { start: number; used: number },
): number {
  const { bytes, starts, ends, kinds, forms, values } = view
  const room = starts.length
  let count = view.count
  let from = start
  let i = start
  let form = -1
  let whole = 0
  while (i < used && count < room) {
    let byte = byteAt(bytes, i)
    form = -1
    if (byte === quote) break
    whole = 0
    let point = -1
    for (;;) {
      if (byte >= 0x30 && byte <= 0x39) whole = (Math.imul(whole, 10) + byte - 0x30) | 0
      else if (byte === 0x2e && point < 0) point = i
      else break
      if (++i === used) break
      byte = byteAt(bytes, i)
    }
    if (i < used && special[byte] === 1) form = decimalsOf(from, point, i)
    while (i < used && (byte > above || special[byte] === 0)) {
      if (++i < used) byte = byteAt(bytes, i)
    }
    if (i === used || byte !== delimiter) break
    starts[count] = from
    ends[count] = i
    kinds[count] = 0
    forms[count] = form
    values[count] = form > 0 ? whole / (POWERS[form] ?? 1) : whole
    count++
    from = ++i
    form = -1
  }
  view.count = count
  rest.from = from
  rest.end = i
  rest.form = form
  rest.value = form > 0 ? whole / (POWERS[form] ?? 1) : whole
  return i
}

const DIGITS = 9

/** Decimals of the digits from `start` to `end`; -1 where they are not a plain number. */
function decimalsOf(start: number, point: number, end: number): number {
  if (point < 0) return end > start && end - start <= DIGITS ? 0 : -1
  const whole = point > start && point < end - 1 && end - start <= DIGITS + 1
  return whole ? end - point - 1 : -1
}
