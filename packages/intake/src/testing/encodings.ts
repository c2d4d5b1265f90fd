import { gb18030, utf16, utf8 } from './encode.ts'

/** The five encodings in which Chinese tables are saved. */
export const encodings: readonly [name: string, encode: (text: string) => Uint8Array][] = [
  ['UTF-8', (text) => utf8(text)],
  ['UTF-8 with BOM', (text) => utf8(text, true)],
  ['UTF-16LE', (text) => utf16(text)],
  ['UTF-16BE', (text) => utf16(text, { big: true })],
  ['GB18030', gb18030],
]
