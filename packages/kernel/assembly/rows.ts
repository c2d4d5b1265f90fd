import {
  COUNTS,
  ENDS,
  FORMS,
  INPUT,
  KINDS,
  POWERS,
  ROW_STARTS,
  STARTS,
  VALUES,
  WANTED,
} from './memory'

/**
 * Cuts rows into cells and reads the plain numbers in them, sixteen bytes at a time. What it
 * does not know it leaves to whoever calls.
 */

const LF: i32 = 0x0a
const CR: i32 = 0x0d
const PERCENT: i32 = 0x25
const COMMA: i32 = 0x2c
const POINT: i32 = 0x2e
const ZERO: i32 = 0x30

const MAX_DIGITS: i32 = 15
const NO_NUMBER: i32 = -1
/** Added to the decimals of a number with a percent sign. */
const WITH_PERCENT: i32 = 16

let delimiter: i32 = 0
let quote: i32 = 0
let stride: i32 = 0
let rows: i32 = 0
let next: i32 = 0

export function prepare(delimiterByte: i32, quoteByte: i32, cells: i32, together: i32): void {
  delimiter = delimiterByte
  quote = quoteByte
  stride = cells
  rows = together
  let power: f64 = 1
  for (let i: usize = 0; i <= <usize>MAX_DIGITS; i++) {
    store<f64>(POWERS + (i << 3), power)
    power *= 10
  }
}

/** Where the first row begins that was not cut: it is not all there, or the caller has to cut it. */
export function nextRow(): i32 {
  return next
}

/** A bit for each of 64 bytes that ends a cell or is a quote. */
function marksAt(at: usize, d: v128, q: v128, lf: v128, cr: v128): u64 {
  return (
    marksOf(v128.load(at), d, q, lf, cr) |
    (marksOf(v128.load(at, 16), d, q, lf, cr) << 16) |
    (marksOf(v128.load(at, 32), d, q, lf, cr) << 32) |
    (marksOf(v128.load(at, 48), d, q, lf, cr) << 48)
  )
}

function marksOf(bytes: v128, d: v128, q: v128, lf: v128, cr: v128): u64 {
  const ends = v128.or(i8x16.eq(bytes, d), v128.or(i8x16.eq(bytes, lf), i8x16.eq(bytes, cr)))
  return <u64>(<u32>i8x16.bitmask(v128.or(ends, i8x16.eq(bytes, q))))
}

/** Cuts whole rows from `start` on, up to `used`; how many. */
export function cut(start: i32, used: i32): i32 {
  const d = i8x16.splat(<i8>delimiter)
  // Where quoting is off the delimiter stands for the quote: nothing is marked twice.
  const quoting = quote !== 0
  const q = i8x16.splat(<i8>(quoting ? quote : delimiter))
  const lf = i8x16.splat(<i8>LF)
  const cr = i8x16.splat(<i8>CR)
  let row = 0
  let k = 0
  let cell = 0
  let from = start
  let closed = -1
  // 0 outside of quotes, 1 within, 2 right behind the closing one.
  let state = quoting && start < used && load<u8>(INPUT + start) === quote ? 1 : 0
  let skip = start
  next = start
  store<i32>(ROW_STARTS, start)
  for (let base = start & ~63; base < used; base += 64) {
    let marks = marksAt(INPUT + base, d, q, lf, cr)
    if (base < start) marks &= ~0 << (start - base)
    if (used - base < 64) marks &= ((<u64>1) << (used - base)) - 1
    while (marks !== 0) {
      const at = base + <i32>ctz(marks)
      marks &= marks - 1
      // The second byte of a line end.
      if (at < skip) continue
      const byte = <i32>load<u8>(INPUT + at)
      if (byte === quote && quoting) {
        if (state === 0) continue
        if (state === 1) {
          if (at > from) {
            state = 2
            closed = at
          }
          continue
        }
        return row
      }
      if (state === 1) {
        if (byte === delimiter) continue
        return row
      }
      let end = at
      let kind = 0
      let begin = from
      if (state === 2) {
        if (closed !== at - 1) return row
        kind = 1
        begin = from + 1
        end = closed
        state = 0
      }
      if (k === stride) return row
      if (byte === CR && at + 1 >= used) return row
      const place = <usize>cell
      store<i32>(STARTS + (place << 2), begin)
      store<i32>(ENDS + (place << 2), end)
      store<u8>(KINDS + place, <u8>kind)
      const wanted = load<u8>(WANTED + k) !== 0
      store<i8>(FORMS + place, <i8>(wanted ? parse(begin, end, VALUES + (place << 3)) : NO_NUMBER))
      k++
      cell++
      from = at + 1
      if (byte !== delimiter) {
        if (byte === CR && <i32>load<u8>(INPUT + from) === LF) {
          from++
          skip = from
        }
        store<i32>(COUNTS + ((<usize>row) << 2), k)
        row++
        k = 0
        cell = row * stride
        next = from
        store<i32>(ROW_STARTS + ((<usize>row) << 2), from)
        if (row === rows) return row
      }
      if (quoting && from < used && load<u8>(INPUT + from) === quote) state = 1
    }
  }
  return row
}

/** The decimals of a plain number, which is stored at `target`; `NO_NUMBER` for all else. */
function parse(start: i32, end: i32, target: usize): i32 {
  if (start === end) return NO_NUMBER
  if (<i32>load<u8>(INPUT + end - 1) === PERCENT) {
    const form = parseBare(start, end - 1, target)
    return form < 0 ? NO_NUMBER : form + WITH_PERCENT
  }
  return parseBare(start, end, target)
}

/** As `parse`, without a sign behind: up to sixteen bytes with nothing but digits and a point at once. */
function parseBare(start: i32, end: i32, target: usize): i32 {
  const length = end - start
  if (length > 16 || length === 0) return parseGrouped(start, end, target)
  const bytes = v128.load(INPUT + <usize>start)
  const digits = i8x16.sub(bytes, i8x16.splat(<i8>ZERO))
  const others = ~i8x16.bitmask(i8x16.lt_u(digits, i8x16.splat(10))) & ((1 << length) - 1)
  if (others === 0) {
    if (length > MAX_DIGITS) return NO_NUMBER
    store<f64>(target, numberOf(digits, 16, length))
    return 0
  }
  const point = ctz(others)
  if ((others & (others - 1)) !== 0 || <i32>load<u8>(INPUT + start + point) !== POINT) {
    return parseGrouped(start, end, target)
  }
  const decimals = length - 1 - point
  if (point === 0 || decimals === 0) return NO_NUMBER
  const whole = numberOf(digits, point, length - 1)
  store<f64>(target, whole / load<f64>(POWERS + ((<usize>decimals) << 3)))
  return decimals
}

const LANES: v128 = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)

/** The number that the first digits are, without the byte at `point`. */
function numberOf(digits: v128, point: i32, count: i32): f64 {
  // All move to the end; what stands before them becomes nothing.
  const from = i8x16.sub(LANES, i8x16.splat(<i8>(16 - count)))
  const behind = i8x16.ge_s(from, i8x16.splat(<i8>point))
  const aligned = i8x16.swizzle(digits, i8x16.sub(from, behind))
  const tens = i16x8.mul(v128.and(aligned, i16x8.splat(0xff)), i16x8.splat(10))
  const pairs = i16x8.add(tens, i16x8.shr_u(aligned, 8))
  const fours = i32x4.dot_i16x8_s(pairs, i16x8(100, 1, 100, 1, 100, 1, 100, 1))
  const high = i32x4.extract_lane(fours, 0) * 10000 + i32x4.extract_lane(fours, 1)
  const low = i32x4.extract_lane(fours, 2) * 10000 + i32x4.extract_lane(fours, 3)
  return <f64>(<i64>high * 100000000 + <i64>low)
}

/** As `parseBare`, one byte after the other: with commas between thousands, or too long. */
function parseGrouped(start: i32, end: i32, target: usize): i32 {
  let whole: u64 = 0
  let digits = 0
  let point = -1
  let group = -1
  for (let i = start; i < end; i++) {
    const byte = <i32>load<u8>(INPUT + i)
    const digit = byte - ZERO
    if (<u32>digit <= 9) {
      whole = whole * 10 + digit
      digits++
      if (group >= 0) group++
    } else if (byte === POINT && point < 0 && digits > 0 && (group < 0 || group === 3)) {
      group = -1
      point = digits
    } else if (
      byte === COMMA &&
      point < 0 &&
      digits > 0 &&
      (group === 3 || (group < 0 && digits <= 3))
    ) {
      group = 0
    } else return NO_NUMBER
  }
  if (digits === 0 || digits > MAX_DIGITS || point === digits) return NO_NUMBER
  if (group >= 0 && group !== 3) return NO_NUMBER
  const decimals = point < 0 ? 0 : digits - point
  const value = <f64>whole
  store<f64>(target, decimals === 0 ? value : value / load<f64>(POWERS + ((<usize>decimals) << 3)))
  return decimals
}
