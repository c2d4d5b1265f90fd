import { readAll, type InspectOptions, type WholeFile } from '../index.ts'

let table: Map<string, [number, number]> | undefined

// Inverts the decoder over the two-byte range, which holds everything a test writes.
function twoByteTable(): Map<string, [number, number]> {
  const found = new Map<string, [number, number]>()
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      if (second === 0x7f) continue
      const text = decoder.decode(Uint8Array.of(lead, second))
      if (!found.has(text)) found.set(text, [lead, second])
    }
  }
  return found
}

export function gb18030(text: string): Uint8Array {
  table ??= twoByteTable()
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const pair = table.get(character)
    if (code < 0x80) bytes.push(code)
    else if (pair === undefined) throw new Error(`No GB18030 pair for ${character}`)
    else bytes.push(...pair)
  }
  return Uint8Array.from(bytes)
}

export function utf8(text: string, bom = false): Uint8Array {
  return new TextEncoder().encode(bom ? `\ufeff${text}` : text)
}

export function utf16(text: string, { big = false, bom = true } = {}): Uint8Array {
  const source = bom ? `\ufeff${text}` : text
  const bytes = new Uint8Array(source.length * 2)
  for (let i = 0; i < source.length; i++) {
    const unit = source.charCodeAt(i)
    bytes[i * 2 + (big ? 1 : 0)] = unit & 255
    bytes[i * 2 + (big ? 0 : 1)] = unit >> 8
  }
  return bytes
}

export function read(text: string, options: InspectOptions = {}): WholeFile {
  return readAll(utf8(text), options)
}

/** `zone|period|field=value unit` for every observation, or its reason in brackets. */
export function lines(file: WholeFile): string[] {
  return file.observations.map(({ zone, period, field, value, reason, unit }) => {
    const shown = value === null ? `(${reason})` : String(value)
    return `${file.zones[zone]?.name}|${period}|${field}=${shown}${unit ?? ''}`
  })
}

export function codes(file: WholeFile): string[] {
  return file.problems.map(({ code, row, column }) => `${code}@${row ?? '-'},${column ?? '-'}`)
}
