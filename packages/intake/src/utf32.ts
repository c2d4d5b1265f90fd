const REPLACEMENT = 0xfffd

/** As `TextDecoder`, which knows no UTF-32. */
export class Utf32Decoder {
  private readonly big: boolean
  private readonly rest: number[] = []
  private started = false

  constructor(big: boolean) {
    this.big = big
  }

  decode(input: Uint8Array = new Uint8Array(0), { stream = false } = {}): string {
    let text = ''
    for (const byte of input) {
      this.rest.push(byte)
      if (this.rest.length === 4) text += this.unit()
    }
    if (!stream && this.rest.length > 0) text += '\uFFFD'
    return text
  }

  private unit(): string {
    const [a = 0, b = 0, c = 0, d = 0] = this.big ? this.rest : this.rest.toReversed()
    this.rest.length = 0
    const point = a * 0x1000000 + b * 0x10000 + c * 0x100 + d
    const mark = !this.started && point === 0xfeff
    this.started = true
    return mark ? '' : String.fromCodePoint(isScalar(point) ? point : REPLACEMENT)
  }
}

function isScalar(point: number): boolean {
  return point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
}

/** Which UTF-32 the bytes are: every unit of four has a zero at one end and a small byte beside it. */
export function utf32Of(head: Uint8Array): 'utf-32le' | 'utf-32be' | null {
  const units = Math.floor(head.length / 4)
  if (units < 2) return null
  if (everyUnit(head, 3, 2)) return 'utf-32le'
  return everyUnit(head, 0, 1) ? 'utf-32be' : null
}

function everyUnit(head: Uint8Array, zero: number, plane: number): boolean {
  for (let i = 0; i + 3 < head.length; i += 4) {
    if (head[i + zero] !== 0 || (head[i + plane] ?? 0) > 0x10) return false
  }
  return head.some((byte) => byte !== 0)
}
