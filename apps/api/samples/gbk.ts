/** GBK bytes of a text, as Excel and WPS write CSV: the two-byte range of GB18030, turned round. */
export function encodeGbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const pairs = new Map<string, readonly [number, number]>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (character.length === 1 && !pairs.has(character)) pairs.set(character, [lead, trail])
    }
  }
  const bytes = [...text].flatMap((character) => {
    if (character < '\u0080') return [character.charCodeAt(0)]
    const pair = pairs.get(character)
    if (!pair) throw new Error(`not in GBK: ${character}`)
    return [...pair]
  })
  return Uint8Array.from(bytes)
}
