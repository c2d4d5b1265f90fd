/** Writes a string as UTF-8; a lone surrogate becomes U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  const out = new Uint8Array(text.length * 3)
  let at = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) {
      out[at++] = unit
      continue
    }
    const point = text.codePointAt(i) ?? 0xfffd
    if (point > 0xffff) i++
    at = writeWide(out, at, point >= 0xd800 && point <= 0xdfff ? 0xfffd : point)
  }
  return out.subarray(0, at)
}

function writeWide(out: Uint8Array, start: number, point: number): number {
  let at = start
  if (point < 0x800) {
    out[at++] = 0xc0 | (point >> 6)
  } else if (point < 0x10000) {
    out[at++] = 0xe0 | (point >> 12)
    out[at++] = 0x80 | ((point >> 6) & 63)
  } else {
    out[at++] = 0xf0 | (point >> 18)
    out[at++] = 0x80 | ((point >> 12) & 63)
    out[at++] = 0x80 | ((point >> 6) & 63)
  }
  out[at++] = 0x80 | (point & 63)
  return at
}
