export type Encoding = 'utf-8' | 'utf-8-bom' | 'gb18030' | 'utf-16le' | 'utf-16be'

let codes: Map<string, number> | null = null

/** The two-byte range of GB18030, by asking its decoder for each code. */
function gbCodes(): Map<string, number> {
  if (codes !== null) return codes
  const decoder = new TextDecoder('gb18030')
  codes = new Map()
  for (let code = 0x8140; code <= 0xfefe; code++) {
    const text = decoder.decode(Uint8Array.of(code >> 8, code & 255))
    if (text.length === 1 && text !== '\ufffd') codes.set(text, code)
  }
  return codes
}

function gb18030(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text) {
    const code = gbCodes().get(character) ?? 0x3f
    if (character < '\u0080') bytes.push(character.charCodeAt(0))
    else if (code > 255) bytes.push(code >> 8, code & 255)
    else bytes.push(code)
  }
  return Uint8Array.from(bytes)
}

export function encodeText(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'gb18030') return gb18030(text)
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  if (encoding === 'utf-8-bom') return new TextEncoder().encode(`\ufeff${text}`)
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return Uint8Array.from(encoding === 'utf-16be' ? bytes.swap16() : bytes)
}
