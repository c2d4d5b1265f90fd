import { byteAt, plainBytes } from './bytes.ts'
import {
  enterPassed,
  isCjk,
  skipGb,
  skipPlain,
  skipUtf8,
  type ByteLanes,
  type Gathered,
} from './byte-lanes.ts'

/** What the bytes of a file prove about its encoding, gathered over the whole file in one pass. */
export interface ByteProof {
  bytes: number
  zeros: [even: number, odd: number]
  lf: number
  cr: number
  crlf: number
  nonAscii: number
  /** Complete UTF-8 sequences of CJK text (U+3000–U+9FFF and full-width forms). */
  utf8Cjk: number
  utf8Errors: number
  /** Two-byte pairs as GB18030 would see them. */
  gbPairs: number
  gbErrors: number
  /** Pairs outside the GB2312 square: second byte below A1 or first byte below A1. */
  gbRare: number
  /** Pairs of the hanzi block B0–F7 × A1–FE. */
  gbHanzi: number
  /** Pairs right after an ASCII letter: accented Latin rather than Chinese. */
  gbAfterLetter: number
  big5Errors: number
  firstError: { utf8: number; gb: number }
  /** The file ends inside a character. */
  cut: { utf8: boolean; gb: boolean }
}

export interface ProofState {
  utf8Need: number
  utf8Low: number
  utf8High: number
  utf8Cjk: boolean
  gb: number
  gbLead: number
  big5Lead: number
  previous: number
  /** The last byte of the chunk before. */
  last: number
  beforePair: number
}

export function createByteProof(lanes: ByteLanes | null = null): {
  push(chunk: Uint8Array): void
  end(): ByteProof
} {
  const together = lanes?.longest ?? Number.MAX_SAFE_INTEGER
  const proof: ByteProof = {
    bytes: 0,
    zeros: [0, 0],
    lf: 0,
    cr: 0,
    crlf: 0,
    nonAscii: 0,
    utf8Cjk: 0,
    utf8Errors: 0,
    gbPairs: 0,
    gbErrors: 0,
    gbRare: 0,
    gbHanzi: 0,
    gbAfterLetter: 0,
    big5Errors: 0,
    firstError: { utf8: -1, gb: -1 },
    cut: { utf8: false, gb: false },
  }
  const state: ProofState = {
    utf8Need: 0,
    utf8Low: 0x80,
    utf8High: 0xbf,
    utf8Cjk: false,
    gb: 0,
    gbLead: 0,
    big5Lead: 0,
    previous: 0,
    last: 0,
    beforePair: 0,
  }
  return {
    push(chunk) {
      for (let from = 0; from < chunk.length; from += together) {
        scan(plainBytes(chunk, from, from + together), { proof, state }, lanes)
      }
    },
    end() {
      proof.cut = { utf8: state.utf8Need > 0, gb: state.gb > 0 }
      return proof
    },
  }
}

function scan(chunk: Uint8Array, gathered: Gathered, lanes: ByteLanes | null): void {
  const { proof, state } = gathered
  const length = chunk.length
  lanes?.load(chunk)
  const base = proof.bytes
  let i = 0
  while (i < length) {
    if (isCalm(state)) i = skipRun(chunk, i, { gathered, lanes })
    if (i === length) break
    state.previous = i > 0 ? byteAt(chunk, i - 1) : state.last
    multibyte(byteAt(chunk, i), { proof, state, at: base + i })
    i++
  }
  if (length > 0) state.last = byteAt(chunk, length - 1)
  proof.bytes = base + length
}

function isCalm(state: ProofState): boolean {
  return state.utf8Need === 0 && state.gb === 0 && state.big5Lead === 0
}

const SETTLED = 256

interface Running {
  gathered: Gathered
  lanes: ByteLanes | null
}

/** Passes over plain ASCII, and over the characters of an encoding that is as good as proved. */
function skipRun(chunk: Uint8Array, start: number, { gathered, lanes }: Running): number {
  const { proof, state } = gathered
  const before = start > 0 ? byteAt(chunk, start - 1) : state.last
  if (proof.gbErrors > 0 && proof.utf8Cjk > SETTLED + proof.utf8Errors * 8) {
    if (lanes === null) return skipUtf8(chunk, start, gathered)
    return enterPassed(proof, lanes.utf8(start, before), 3)
  }
  if (proof.utf8Errors > SETTLED + proof.utf8Cjk * 8) {
    if (lanes === null) return skipGb(chunk, start, gathered)
    return enterPassed(proof, lanes.gb(start, before), 2)
  }
  return skipPlain(chunk, start)
}

interface Step {
  proof: ByteProof
  state: ProofState
  at: number
}

function control(byte: number, { proof, state, at }: Step): void {
  if (byte === 0) proof.zeros[at & 1 ? 1 : 0]++
  else if (byte === 0x0d) proof.cr++
  else if (byte === 0x0a) {
    if (state.previous === 0x0d) proof.crlf++
    else proof.lf++
  }
}

function multibyte(byte: number, step: Step): void {
  if (byte < 0x0e) control(byte, step)
  if (byte >= 0x80) step.proof.nonAscii++
  utf8Step(byte, step)
  gbStep(byte, step)
  big5Step(byte, step)
}

function utf8Step(byte: number, step: Step): void {
  const { proof, state, at } = step
  if (state.utf8Need > 0) {
    if (byte >= state.utf8Low && byte <= state.utf8High) {
      state.utf8Need--
      state.utf8Low = 0x80
      state.utf8High = 0xbf
      if (state.utf8Need === 0 && state.utf8Cjk) proof.utf8Cjk++
      return
    }
    utf8Error(proof, at)
    state.utf8Need = 0
  }
  if (byte < 0x80) return
  if (!utf8Lead(byte, state)) utf8Error(proof, at)
}

function utf8Error(proof: ByteProof, at: number): void {
  if (proof.utf8Errors++ === 0) proof.firstError.utf8 = at
}

// Where the second byte has narrower bounds: overlong forms, surrogates, the end of Unicode.
const UTF8_LOW: Record<number, number> = { 0xe0: 0xa0, 0xf0: 0x90 }
const UTF8_HIGH: Record<number, number> = { 0xed: 0x9f, 0xf4: 0x8f }

function utf8Lead(byte: number, state: ProofState): boolean {
  if (byte < 0xc2 || byte > 0xf4) return false
  state.utf8Need = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3
  state.utf8Low = UTF8_LOW[byte] ?? 0x80
  state.utf8High = UTF8_HIGH[byte] ?? 0xbf
  state.utf8Cjk = isCjk(byte)
  return true
}

// States: 0 outside, 1 after a lead byte, 2 after lead and digit, 3 after the third of four bytes.
function gbStep(byte: number, step: Step): void {
  const { state, proof, at } = step
  if (state.gb === 0) {
    if (byte >= 0x81 && byte <= 0xfe) {
      state.gb = 1
      state.gbLead = byte
      state.beforePair = state.previous
    } else if (byte >= 0x80) gbError(proof, at)
    return
  }
  if (state.gb === 1) gbSecond(byte, step)
  else gbLate(byte, step)
}

function gbSecond(byte: number, { state, proof, at }: Step): void {
  state.gb = 0
  if (byte >= 0x30 && byte <= 0x39) {
    state.gb = 2
  } else if (byte < 0x40 || byte === 0x7f || byte === 0xff) {
    gbError(proof, at)
  } else countPair(byte, state, proof)
}

function countPair(byte: number, state: ProofState, proof: ByteProof): void {
  proof.gbPairs++
  if (byte < 0xa1 || state.gbLead < 0xa1) proof.gbRare++
  else if (state.gbLead >= 0xb0 && state.gbLead <= 0xf7) proof.gbHanzi++
  if (isLetter(state.beforePair)) proof.gbAfterLetter++
}

function gbLate(byte: number, { state, proof, at }: Step): void {
  const right = state.gb === 2 ? byte >= 0x81 && byte <= 0xfe : byte >= 0x30 && byte <= 0x39
  if (!right) gbError(proof, at)
  state.gb = right && state.gb === 2 ? 3 : 0
}

function gbError(proof: ByteProof, at: number): void {
  if (proof.gbErrors++ === 0) proof.firstError.gb = at
}

function isLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)
}

function big5Step(byte: number, { state, proof }: Step): void {
  if (state.big5Lead === 0) {
    if (byte < 0x80) return
    if (byte >= 0xa1 && byte <= 0xf9) state.big5Lead = byte
    else proof.big5Errors++
    return
  }
  state.big5Lead = 0
  if (!((byte >= 0x40 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xfe))) proof.big5Errors++
}
