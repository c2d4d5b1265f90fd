import { isRefused } from './encoding-names.ts'
import type { Encoding } from './plan.ts'
import { isUncommon, Rewriter, type Quoting } from './rewrite.ts'
import { encodeUtf8 } from './utf8.ts'
import { Utf32Decoder } from './utf32.ts'

/** Stands for a full-width comma that separates cells: the tokenizer knows only one-byte delimiters. */
export const WIDE_COMMA_BYTE = 0x1f
const WIDE_COMMA = '，'

export interface Dialect extends Quoting {
  encoding: Encoding
  bom: boolean
  delimiter: string
}

interface Decoder {
  decode(input?: Uint8Array, options?: { stream?: boolean }): string
}

/** Bytes to text in any encoding that is read; files in the others are refused before. */
export function createDecoder(encoding: Encoding): Decoder {
  if (encoding === 'utf-32le' || encoding === 'utf-32be') {
    return new Utf32Decoder(encoding === 'utf-32be')
  }
  return new TextDecoder(isRefused(encoding) ? 'windows-1252' : encoding)
}

/** Bytes in, bytes out that the tokenizer can cut. */
export interface Normaliser {
  push(chunk: Uint8Array): Uint8Array
  end(): Uint8Array
  /** The encoding of the bytes that come out. */
  encoding: 'utf-8' | 'gb18030'
  /** What to add to an offset in these bytes to get one in the file; NaN where bytes were changed. */
  shift: number
}

/**
 * `|` and backslash can be second bytes in GBK, and UTF-16 and Big5 share bytes with every
 * delimiter, so those files become UTF-8 first.
 */
function mustTranscode(dialect: Dialect): boolean {
  if (dialect.delimiter === WIDE_COMMA || isUncommon(dialect)) return true
  if (dialect.encoding === 'gb18030') return dialect.delimiter === '|' || dialect.delimiter === '\\'
  return dialect.encoding !== 'utf-8'
}

/** With `unicode`, the bytes that come out are UTF-8 whatever went in, so that texts can be put in. */
export function createNormaliser(dialect: Dialect, unicode = false): Normaliser {
  if (mustTranscode(dialect) || (unicode && dialect.encoding !== 'utf-8'))
    return createTranscoder(dialect)
  const encoding = dialect.encoding === 'gb18030' ? 'gb18030' : 'utf-8'
  const nothing = new Uint8Array(0)
  let skip = dialect.bom ? bomLength(dialect.encoding) : 0
  return {
    encoding,
    shift: skip,
    push(chunk) {
      if (skip === 0) return chunk
      const cut = Math.min(skip, chunk.length)
      skip -= cut
      return chunk.subarray(cut)
    },
    end: () => nothing,
  }
}

function bomLength(encoding: Encoding): number {
  if (encoding === 'gb18030') return 4
  return encoding === 'utf-8' ? 3 : 2
}

function createTranscoder(dialect: Dialect): Normaliser {
  const decoder = createDecoder(dialect.encoding)
  const wide = dialect.delimiter === WIDE_COMMA
  const rewriter = isUncommon(dialect) ? new Rewriter(dialect.delimiter, dialect) : null
  const tidy = (text: string) => rewriter?.push(text) ?? text
  const encode = (text: string) => encodeUtf8(wide ? text.replaceAll(WIDE_COMMA, '\x1f') : text)
  return {
    encoding: 'utf-8',
    shift: Number.NaN,
    push: (chunk) => encode(tidy(decoder.decode(chunk, { stream: true }))),
    end: () => encode(tidy(decoder.decode()) + (rewriter?.end() ?? '')),
  }
}

export function delimiterByte(delimiter: string): number {
  return delimiter === WIDE_COMMA ? WIDE_COMMA_BYTE : delimiter.charCodeAt(0)
}

/** The quote that the tokenizer meets; 0 where nothing is quoted. */
export function quoteByte({ quote }: Quoting): number {
  return quote === '' ? 0 : 0x22
}

/** Turns the bytes of one cell into text; `damaged` is set when they were not valid. */
export interface TextReader {
  text(bytes: Uint8Array, start: number, end: number): string
  damaged: boolean
}

/**
 * A longer text is neither a number nor a name, and what looks at texts may take the square of their
 * length: one cell of a megabyte would be read for an hour.
 */
const LONGEST = 2000

/** What is left of a text that is too long; it never reads as a number. */
const cut = (text: string) => `${text.slice(0, LONGEST).replace(/[\ud800-\udbff]$/u, '')}…`

export function createTextReader(encoding: 'utf-8' | 'gb18030', wide: boolean): TextReader {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  const reader: TextReader = {
    damaged: false,
    text(bytes, start, end) {
      const plain = asciiText(bytes, start, end)
      const text = plain ?? decoder.decode(bytes.subarray(start, end))
      reader.damaged = plain === null && text.includes('\uFFFD')
      const short = text.length > LONGEST ? cut(text) : text
      return wide ? short.replaceAll('\x1f', WIDE_COMMA) : short
    },
  }
  return reader
}

const SHORT = 64

function asciiText(bytes: Uint8Array, start: number, end: number): string | null {
  if (end - start > SHORT) return null
  let text = ''
  for (let i = start; i < end; i++) {
    const byte = bytes[i] ?? 0
    if (byte >= 0x80) return null
    text += String.fromCharCode(byte)
  }
  return text
}
