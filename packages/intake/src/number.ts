import { byteAt } from './bytes.ts'
import { WITH_PERCENT } from './record-view.ts'

/** What `parseNumber` found, since a plain number must not cost an object. */
export const parsed = { value: 0, percent: false, decimals: 0 }

/** The cell holds nothing at all. */
export const EMPTY = 0
/** The cell holds a plain number: see `parsed`. */
export const NUMBER = 1
/** Something else, which only the slow path can judge. */
export const OTHER = 2

/** Powers of ten that are exact. */
export const POWERS = Array.from({ length: 16 }, (_, i) => 10 ** i)
const MAX_DIGITS = 15

/**
 * Up to 15 digits with at most one point, thousands commas in their places and a closing `%`.
 * The digits are one exact integer and the power of ten is exact, so the division rounds right.
 */
// eslint-disable-next-line complexity -- runs for every cell of the file, in one pass without calls
export function parseNumber(bytes: Uint8Array, start: number, end: number): number {
  if (start === end) return EMPTY
  let integer = 0
  let point = end
  for (let i = start; i < end; i++) {
    const digit = (bytes[i] ?? 0) - 0x30
    if (digit >= 0 && digit <= 9) integer = integer * 10 + digit
    else if (digit === -2 && point === end && i > start) point = i
    else return parseMarked(bytes, start, end)
  }
  const decimals = point === end ? 0 : end - point - 1
  const digits = end - start - (point === end ? 0 : 1)
  if (digits > MAX_DIGITS || point === end - 1) return OTHER
  parsed.value = decimals === 0 ? integer : integer / (POWERS[decimals] ?? 1)
  parsed.percent = false
  parsed.decimals = decimals
  return NUMBER
}

/** A number that was read when its cell was cut. */
export function knownNumber(value: number, form: number): number {
  parsed.value = value
  parsed.percent = form >= WITH_PERCENT
  parsed.decimals = form % WITH_PERCENT
  return NUMBER
}

/** Numbers with a sign, thousands commas, blanks around them or a percent sign. */
function parseMarked(bytes: Uint8Array, start: number, end: number): number {
  let from = start
  let to = end
  while (from < to && isBlank(byteAt(bytes, from))) from++
  while (to > from && isBlank(byteAt(bytes, to - 1))) to--
  if (from === to) return EMPTY
  const negative = bytes[from] === 0x2d
  if (negative) from++
  const percent = bytes[to - 1] === 0x25
  if (percent) to--
  if (!parseGrouped(bytes, from, to)) return OTHER
  if (negative) parsed.value = 0 - parsed.value
  parsed.percent = percent
  return NUMBER
}

/** Digits with a point and commas; false where they are not a number as people write it. */
// eslint-disable-next-line complexity -- one pass over the bytes, without calls
function parseGrouped(bytes: Uint8Array, from: number, to: number): boolean {
  let digits = 0
  let integer = 0
  let point = -1
  let group = -1
  for (let i = from; i < to; i++) {
    const byte = bytes[i] ?? 0
    if (byte >= 0x30 && byte <= 0x39) {
      integer = integer * 10 + (byte - 0x30)
      digits++
      if (group >= 0) group++
    } else if (byte === 0x2e && point < 0 && digits > 0 && (group < 0 || group === 3)) {
      group = -1
      point = digits
    } else if (
      byte === 0x2c &&
      point < 0 &&
      digits > 0 &&
      (group === 3 || (group < 0 && digits <= 3))
    ) {
      group = 0
    } else return false
  }
  if (digits === 0 || digits > MAX_DIGITS || point === digits) return false
  if (group >= 0 && group !== 3) return false
  const decimals = point < 0 ? 0 : digits - point
  parsed.value = decimals === 0 ? integer : integer / (POWERS[decimals] ?? 1)
  parsed.decimals = decimals
  return true
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x09
}
