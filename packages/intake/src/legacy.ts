import { byteAt } from './bytes.ts'

/** Encodings of other countries, whose bytes are for the most part valid GB18030 too. */
export type Legacy =
  'shift_jis' | 'euc-jp' | 'euc-kr' | 'euc-tw' | 'johab' | 'windows-1252' | 'unknown-8bit'

/**
 * Names another encoding only where the sample proves it: kana where Chinese has none, Hangul and
 * next to none of the hanzi in the upper half of GB2312, or single accented letters.
 */
export function findLegacy(head: Uint8Array): Legacy | null {
  if (loneShare(head) >= 0.6) return 'windows-1252'
  if (isKana(read(head, EUC_JP))) return 'euc-jp'
  if (isKana(read(head, SHIFT_JIS))) return 'shift_jis'
  if (isOneSided(read(head, EUC_KR))) return 'euc-kr'
  if (isOneSided(read(head, JOHAB))) return 'johab'
  if (isOneSided(read(head, EUC_TW))) return 'euc-tw'
  return isAlphabet(head) ? 'unknown-8bit' : null
}

/** 0 where bytes are invalid; else the length, and what the character proves. */
interface Code {
  length: number
  kind: 'own' | 'foreign' | 'neutral'
}

type Step = (lead: number, second: number, third: number) => Code

interface Tally {
  characters: number
  errors: number
  own: Set<number>
  foreign: Set<number>
  ownCount: number
}

const WRONG: Code = { length: 0, kind: 'neutral' }

function read(head: Uint8Array, step: Step): Tally {
  const tally = { characters: 0, errors: 0, own: new Set<number>(), foreign: new Set<number>() }
  let ownCount = 0
  let i = 0
  while (i < head.length) {
    const lead = byteAt(head, i)
    if (lead < 0x80) {
      i++
      continue
    }
    const { length, kind } = step(lead, byteAt(head, i + 1), byteAt(head, i + 2))
    tally.characters++
    if (length === 0 && i + 2 < head.length) tally.errors++
    if (kind === 'own') ownCount++
    if (kind !== 'neutral') tally[kind].add(lead * 256 + byteAt(head, i + 1))
    i += Math.max(1, length)
  }
  return { ...tally, ownCount }
}

function isWithin(byte: number, low: number, high: number): boolean {
  return byte >= low && byte <= high
}

const isUpper = (byte: number) => isWithin(byte, 0xa1, 0xfe)

const EUC_JP: Step = (lead, second, third) => {
  if (lead === 0x8e) return isWithin(second, 0xa1, 0xdf) ? { length: 2, kind: 'own' } : WRONG
  if (lead === 0x8f) {
    return isUpper(second) && isUpper(third) ? { length: 3, kind: 'neutral' } : WRONG
  }
  if (!isUpper(lead) || !isUpper(second)) return WRONG
  return { length: 2, kind: lead === 0xa4 || lead === 0xa5 ? 'own' : 'neutral' }
}

const SHIFT_JIS: Step = (lead, second) => {
  if (isWithin(lead, 0xa1, 0xdf)) return { length: 1, kind: 'neutral' }
  const double = isWithin(lead, 0x81, 0x9f) || isWithin(lead, 0xe0, 0xfc)
  if (!double || !isWithin(second, 0x40, 0xfc) || second === 0x7f) return WRONG
  const hiragana = lead === 0x82 && isWithin(second, 0x9f, 0xf1)
  const katakana = lead === 0x83 && isWithin(second, 0x40, 0x96)
  return { length: 2, kind: hiragana || katakana ? 'own' : 'neutral' }
}

const EUC_KR: Step = (lead, second) => {
  if (!isWithin(lead, 0x81, 0xfe) || !isWithin(second, 0x41, 0xfe)) return WRONG
  if (isWithin(lead, 0xb0, 0xc8) && isUpper(second)) return { length: 2, kind: 'own' }
  return { length: 2, kind: lead >= 0xc9 ? 'foreign' : 'neutral' }
}

// Five bits each for the first consonant, the vowel and the last consonant.
const JOHAB: Step = (lead, second) => {
  if (isWithin(lead, 0xd9, 0xde) || lead >= 0xe0) return { length: 2, kind: 'foreign' }
  const code = lead * 256 + second
  const vowel = (code >> 5) & 31
  const last = code & 31
  const right =
    isWithin((code >> 10) & 31, 1, 20) && vowel > 1 && vowel % 8 > 1 && vowel < 30 && last !== 18
  return right && isWithin(last, 1, 29) ? { length: 2, kind: 'own' } : WRONG
}

// The characters of CNS 11643 begin at C4; what lies before are signs.
const EUC_TW: Step = (lead, second) => {
  if (lead === 0x8e) return isWithin(second, 0xa1, 0xb0) ? { length: 4, kind: 'own' } : WRONG
  if (!isUpper(lead) || !isUpper(second)) return WRONG
  if (lead >= 0xc4) return { length: 2, kind: 'own' }
  return { length: 2, kind: lead >= 0xb0 ? 'foreign' : 'neutral' }
}

function isKana({ characters, errors, own, ownCount }: Tally): boolean {
  return own.size >= 5 && ownCount >= characters * 0.2 && errors <= characters * 0.02
}

// Chinese characters in use lie on both sides of C4 and of C8 in GB2312, about half on each: 24
// different ones all on one side are no chance.
function isOneSided({ characters, errors, own, foreign, ownCount }: Tally): boolean {
  const pure = own.size >= 24 && foreign.size <= own.size * 0.04
  return pure && errors <= characters * 0.02 && ownCount >= characters * 0.6
}

/** Words of single bytes, as in Cyrillic or Greek code pages: of any length, and nearly all from C0 on. */
function isAlphabet(head: Uint8Array): boolean {
  const high = head.filter((byte) => byte >= 0x80)
  const letters = high.filter((byte) => byte >= 0xc0).length
  if (high.length < 24 || letters < high.length * 0.9) return false
  const runs = runsOf(head)
  return runs.filter((length) => length % 2 === 1).length >= runs.length * 0.2
}

/** How many of the runs of high bytes are a single letter or sign, as between plain Latin letters. */
function loneShare(head: Uint8Array): number {
  let runs = 0
  let lone = 0
  let length = 0
  // A run that ends with the sample may be half a character.
  for (let i = 0; i < head.length; i++) {
    const byte = byteAt(head, i)
    if (byte >= 0x80) length++
    else if (length > 0) {
      runs++
      if (length === 1 && isLatin(byteAt(head, i - 1), byte)) lone++
      length = 0
    }
  }
  return runs === 0 ? 0 : lone / runs
}

function runsOf(head: Uint8Array): number[] {
  const runs: number[] = []
  let length = 0
  for (const byte of head) {
    if (byte >= 0x80) length++
    else if (length > 0) {
      runs.push(length)
      length = 0
    }
  }
  return runs
}

// The rest could be the first half of a common character in Big5.
function isLatin(byte: number, next: number): boolean {
  return byte >= 0xe0 || byte < 0xa1 || next < 0x40
}
