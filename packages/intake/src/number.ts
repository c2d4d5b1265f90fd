/** What `parseNumber` found, since a plain number must not cost an object. */
export const parsed = { value: 0, percent: false, decimals: 0 }

/** The cell holds nothing at all. */
export const EMPTY = 0
/** The cell holds a plain number: see `parsed`. */
export const NUMBER = 1
/** Something else, which only the slow path can judge. */
export const OTHER = 2

const POWERS = Array.from({ length: 16 }, (_, i) => 10 ** i)
const MAX_DIGITS = 15

/**
 * Up to 15 digits with at most one point, thousands commas in their places and a closing `%`.
 * The digits are one exact integer and the power of ten is exact, so the division rounds right.
 */
// One pass without a call: this runs once for every cell of the file.
// eslint-disable-next-line complexity, max-lines-per-function
export function parseNumber(bytes: Uint8Array, start: number, end: number): number {
  let from = start
  let to = end
  while (from < to && isBlank(bytes[from] ?? 0)) from++
  while (to > from && isBlank(bytes[to - 1] ?? 0)) to--
  if (from === to) return EMPTY
  let negative = false
  if (bytes[from] === 0x2d) {
    negative = true
    from++
  }
  const percent = bytes[to - 1] === 0x25
  if (percent) to--
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
    } else if (byte === 0x2e && point < 0 && digits > 0) {
      if (group >= 0 && group !== 3) return OTHER
      group = -1
      point = digits
    } else if (byte === 0x2c && point < 0 && digits > 0 && (group === 3 || (group < 0 && digits <= 3))) {
      group = 0
    } else return OTHER
  }
  if (digits === 0 || digits > MAX_DIGITS || point === digits) return OTHER
  if (group >= 0 && group !== 3) return OTHER
  const decimals = point < 0 ? 0 : digits - point
  const value = decimals === 0 ? integer : integer / (POWERS[decimals] ?? 1)
  parsed.value = negative ? -value : value
  parsed.percent = percent
  parsed.decimals = decimals
  return NUMBER
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x09
}
