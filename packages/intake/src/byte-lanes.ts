import { byteAt } from './bytes.ts'
import type { ByteProof, ProofState } from './byte-proof.ts'

/** The fast lanes of the proof: what most of the bytes are, passed over without a closer look. */

export interface Gathered {
  proof: ByteProof
  state: ProofState
}

export function skipPlain(chunk: Uint8Array, start: number): number {
  let i = start
  while (i < chunk.length && isPlain(byteAt(chunk, i))) i++
  return i
}

/** What was passed over, and where it ended. */
export interface Passed {
  end: number
  cr: number
  /** Line feeds alone. */
  lf: number
  crlf: number
  /** Beyond ASCII. */
  characters: number
  /** Those of them that are CJK. */
  cjk: number
}

/**
 * A faster way over most of the bytes, where the host has one. It must count what `skipUtf8` and
 * `skipGb` count, and may end before them.
 */
export interface ByteLanes {
  /** So many bytes at most are loaded together. */
  readonly longest: number
  load(bytes: Uint8Array): void
  /** From a place in these bytes on; `before` is the byte that stands before it. */
  utf8(start: number, before: number): Passed
  gb(start: number, before: number): Passed
}

/** Enters what a faster way has passed over; the place where it ended. */
export function enterPassed(proof: ByteProof, passed: Passed, bytesEach: 2 | 3): number {
  const { end, cr, lf, crlf, characters, cjk } = passed
  proof.cr += cr
  proof.lf += lf
  proof.crlf += crlf
  proof.nonAscii += characters * bytesEach
  if (bytesEach === 3) proof.utf8Cjk += cjk
  else proof.gbPairs += characters
  return end
}

/** Passes over ASCII and most characters of UTF-8 that have three bytes. */
export function skipUtf8(chunk: Uint8Array, start: number, gathered: Gathered): number {
  const { length } = chunk
  const words = wordsOf(chunk)
  let i = start
  let found = 0
  let cjk = 0
  while (i < length) {
    const byte = byteAt(chunk, i)
    if (byte >= 0x0e && byte < 0x80) i = plainWords(words, i + 1)
    else if (byte >= 0x80) {
      if (!isTriple(chunk, i)) break
      if (isCjk(byte)) cjk++
      i += 3
      found++
    } else if (byte === 0) break
    else i = lineEnd(chunk, i, gathered)
  }
  gathered.proof.utf8Cjk += cjk
  gathered.proof.nonAscii += found * 3
  return i
}

/** Passes over ASCII and two-byte characters of GB18030. */
export function skipGb(chunk: Uint8Array, start: number, gathered: Gathered): number {
  const { length } = chunk
  const words = wordsOf(chunk)
  let i = start
  let found = 0
  while (i < length) {
    const byte = byteAt(chunk, i)
    if (byte >= 0x0e && byte < 0x80) i = plainWords(words, i + 1)
    else if (byte >= 0x80) {
      if (!isHanziPair(chunk, i)) break
      i += 2
      found++
    } else if (byte === 0) break
    else i = lineEnd(chunk, i, gathered)
  }
  gathered.proof.gbPairs += found
  gathered.proof.nonAscii += found * 2
  return i
}

/** The bytes of a chunk four at a time; empty where they do not begin at a multiple of four. */
function wordsOf(chunk: Uint8Array): Int32Array {
  if (chunk.byteOffset % 4 !== 0) return NO_WORDS
  return new Int32Array(chunk.buffer, chunk.byteOffset, chunk.length >> 2)
}

const NO_WORDS = new Int32Array(0)

/** Passes over words of which all four bytes are plain: neither above 7F nor below 0E. */
function plainWords(words: Int32Array, i: number): number {
  if ((i & 3) !== 0) return i
  let w = i >> 2
  while (w < words.length) {
    const word = words[w] ?? 0
    if ((((word - 0x0e0e0e0e) | word) & 0x80808080) !== 0) break
    w++
  }
  return w * 4
}

/** Counts a line end, or passes over another control; gives the place behind it. */
function lineEnd(chunk: Uint8Array, i: number, { proof, state }: Gathered): number {
  const byte = byteAt(chunk, i)
  if (byte === 0x0d) {
    proof.cr++
    if (i + 1 >= chunk.length || chunk[i + 1] !== 0x0a) return i + 1
    proof.crlf++
    return i + 2
  }
  if (byte === 0x0a) {
    if ((i > 0 ? byteAt(chunk, i - 1) : state.last) === 0x0d) proof.crlf++
    else proof.lf++
  }
  return i + 1
}

function isPlain(byte: number): boolean {
  return byte >= 0x0e && byte < 0x80
}

/** Of leads of three bytes, only E0 and ED do not take any two others. */
function isTriple(chunk: Uint8Array, i: number): boolean {
  const lead = byteAt(chunk, i)
  if (lead < 0xe1 || lead > 0xef || lead === 0xed || i + 2 >= chunk.length) return false
  return (byteAt(chunk, i + 1) & 0xc0) === 0x80 && (byteAt(chunk, i + 2) & 0xc0) === 0x80
}

export function isCjk(lead: number): boolean {
  return (lead >= 0xe3 && lead <= 0xe9) || lead === 0xef
}

// Valid in Big5 too, so nothing is lost by not looking closer.
function isHanziPair(chunk: Uint8Array, i: number): boolean {
  const lead = byteAt(chunk, i)
  const second = i + 1 < chunk.length ? byteAt(chunk, i + 1) : 0
  return lead >= 0xa1 && lead <= 0xf7 && second >= 0xa1 && second <= 0xfe
}
