import { FOUND, INPUT } from './memory'

/** Passes over what most bytes of a file are, and counts them: ASCII and characters of three or two bytes. */

const LF: i32 = 0x0a
const CR: i32 = 0x0d
/** Bytes from here to 7F are plain. */
const PLAIN: i32 = 0x0e

/** Of what was passed over: carriage returns, line feeds alone, both together, characters, those of CJK. */
let cr: i32 = 0
let lf: i32 = 0
let crlf: i32 = 0
let characters: i32 = 0
let cjk: i32 = 0

function begin(): void {
  cr = lf = crlf = characters = cjk = 0
}

function end(at: i32): i32 {
  store<i32>(FOUND, cr)
  store<i32>(FOUND, lf, 4)
  store<i32>(FOUND, crlf, 8)
  store<i32>(FOUND, characters, 12)
  store<i32>(FOUND, cjk, 16)
  return at
}

/** Whether a byte leads three, of which any two others are right. */
function isLead(byte: i32): bool {
  return byte >= 0xe1 && byte <= 0xef && byte !== 0xed
}

function isCjk(byte: i32): bool {
  return (byte >= 0xe3 && byte <= 0xe9) || byte === 0xef
}

function byteAt(at: i32): i32 {
  return <i32>load<u8>(INPUT + <usize>at)
}

function lineEnd(byte: i32, before: i32): void {
  if (byte === CR) cr++
  else if (byte === LF) {
    if (before === CR) crlf++
    else lf++
  }
}

/** One character after the other; the place of the first that is none of these. */
function stepUtf8(start: i32, used: i32, last: i32): i32 {
  let i = start
  let before = last
  while (i < used) {
    const byte = byteAt(i)
    if (byte >= 0x80) {
      if (!isLead(byte) || i + 2 >= used) break
      if ((byteAt(i + 1) & 0xc0) !== 0x80 || (byteAt(i + 2) & 0xc0) !== 0x80) break
      characters++
      if (isCjk(byte)) cjk++
      i += 3
    } else {
      if (byte === 0) break
      if (byte < PLAIN) lineEnd(byte, before)
      i++
    }
    before = byte
  }
  return i
}

function bitsOf(a: v128, b: v128, c: v128, d: v128): u64 {
  return (
    (<u64>(<u32>i8x16.bitmask(a))) |
    ((<u64>(<u32>i8x16.bitmask(b))) << 16) |
    ((<u64>(<u32>i8x16.bitmask(c))) << 32) |
    ((<u64>(<u32>i8x16.bitmask(d))) << 48)
  )
}

function within(bytes: v128, low: i32, high: i32): v128 {
  const above = i8x16.ge_u(bytes, i8x16.splat(<i8>low))
  return v128.and(above, i8x16.le_u(bytes, i8x16.splat(<i8>high)))
}

function equal(bytes: v128, byte: i32): v128 {
  return i8x16.eq(bytes, i8x16.splat(<i8>byte))
}

/** UTF-8 from `start` on, where a character begins; `last` is the byte before. */
export function passUtf8(start: i32, used: i32, last: i32): i32 {
  begin()
  let i = start
  let before = last
  while (used - i >= 64) {
    const at = INPUT + <usize>i
    const a = v128.load(at)
    const b = v128.load(at, 16)
    const c = v128.load(at, 32)
    const d = v128.load(at, 48)
    const high = bitsOf(a, b, c, d)
    const low = bitsOf(
      i8x16.lt_u(a, i8x16.splat(<i8>PLAIN)),
      i8x16.lt_u(b, i8x16.splat(<i8>PLAIN)),
      i8x16.lt_u(c, i8x16.splat(<i8>PLAIN)),
      i8x16.lt_u(d, i8x16.splat(<i8>PLAIN)),
    )
    let taken = 64
    let leads: u64 = 0
    if (high !== 0) {
      const further = bitsOf(
        within(a, 0x80, 0xbf),
        within(b, 0x80, 0xbf),
        within(c, 0x80, 0xbf),
        within(d, 0x80, 0xbf),
      )
      leads = high & ~further
      // A character that is not all in this block is left to the next.
      const late = leads >> 62
      if (late !== 0) taken = 62 + <i32>ctz(late)
      const all = taken === 64 ? ~(<u64>0) : ((<u64>1) << taken) - 1
      leads &= all
      if (((leads << 1) | (leads << 2)) !== (further & all)) break
      const odd = bitsOf(
        v128.or(within(a, 0xc0, 0xe0), v128.or(equal(a, 0xed), within(a, 0xf0, 0xff))),
        v128.or(within(b, 0xc0, 0xe0), v128.or(equal(b, 0xed), within(b, 0xf0, 0xff))),
        v128.or(within(c, 0xc0, 0xe0), v128.or(equal(c, 0xed), within(c, 0xf0, 0xff))),
        v128.or(within(d, 0xc0, 0xe0), v128.or(equal(d, 0xed), within(d, 0xf0, 0xff))),
      )
      if ((odd & all) !== 0) break
      const named = bitsOf(
        v128.or(within(a, 0xe3, 0xe9), equal(a, 0xef)),
        v128.or(within(b, 0xe3, 0xe9), equal(b, 0xef)),
        v128.or(within(c, 0xe3, 0xe9), equal(c, 0xef)),
        v128.or(within(d, 0xe3, 0xe9), equal(d, 0xef)),
      )
      if (low !== 0 && hasZero(a, b, c, d)) break
      characters += <i32>popcnt(leads)
      cjk += <i32>popcnt(named & all)
    } else if (low !== 0 && hasZero(a, b, c, d)) break
    let controls = taken === 64 ? low : low & (((<u64>1) << taken) - 1)
    while (controls !== 0) {
      const place = i + <i32>ctz(controls)
      controls &= controls - 1
      lineEnd(byteAt(place), place > i ? byteAt(place - 1) : before)
    }
    i += taken
    before = byteAt(i - 1)
  }
  return end(stepUtf8(i, used, before))
}

function hasZero(a: v128, b: v128, c: v128, d: v128): bool {
  return (
    v128.any_true(equal(a, 0)) ||
    v128.any_true(equal(b, 0)) ||
    v128.any_true(equal(c, 0)) ||
    v128.any_true(equal(d, 0))
  )
}

/** GB18030 from `start` on, where a character begins: hanzi and signs of GB2312. */
export function passGb(start: i32, used: i32, last: i32): i32 {
  begin()
  let i = start
  let before = last
  while (i < used) {
    const bytes = v128.load(INPUT + <usize>i)
    const plain = within(bytes, PLAIN, 0x7f)
    const other = ~i8x16.bitmask(plain) & 0xffff
    const skip = other === 0 ? 16 : ctz(other)
    if (skip > 0) {
      i = i + skip > used ? used : i + skip
      before = byteAt(i - 1)
      continue
    }
    const byte = byteAt(i)
    if (byte < 0x80) {
      if (byte === 0) break
      lineEnd(byte, before)
      before = byte
      i++
      continue
    }
    const second = i + 1 < used ? byteAt(i + 1) : 0
    if (byte < 0xa1 || byte > 0xf7 || second < 0xa1 || second > 0xfe) break
    characters++
    before = second
    i += 2
  }
  return end(i)
}
