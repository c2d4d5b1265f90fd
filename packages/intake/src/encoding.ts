import type { ByteProof } from './byte-proof.ts'
import { findLegacy } from './legacy.ts'
import type { Encoding } from './plan.ts'
import { utf32Of } from './utf32.ts'

export interface EncodingFinding {
  encoding: Encoding
  bom: boolean
  /** Bytes that are not valid in the encoding: offset of the first, -1 where all are. */
  damagedAt: number
  /** The file ends inside a character. */
  cut: boolean
  /** Valid as UTF-8 too, but only as letters that no Chinese table holds. */
  preferred: boolean
}

const BOMS: [Encoding, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
]

function fromBom(head: Uint8Array): Encoding | null {
  const found = BOMS.find(([, mark]) => mark.every((byte, i) => head[i] === byte))
  return found?.[0] ?? null
}

// Every other byte of an ASCII character is zero in UTF-16: digits, commas and line ends suffice.
const UTF16_SHARE = 0.1

function fromZeros(proof: ByteProof): Encoding | null {
  const [even, odd] = proof.zeros
  const pairs = proof.bytes / 2
  if (odd > pairs * UTF16_SHARE && even < odd * UTF16_SHARE) return 'utf-16le'
  if (even > pairs * UTF16_SHARE && odd < even * UTF16_SHARE) return 'utf-16be'
  return null
}

export function findEncoding(proof: ByteProof, head: Uint8Array): EncodingFinding {
  const marked = fromBom(head)
  if (marked !== null) return finding(marked, proof, { bom: true })
  const wide = utf32Of(head) ?? fromZeros(proof)
  if (wide !== null) return finding(wide, proof)
  if (proof.utf8Errors === 0) {
    return looksLikeGb(proof) && !isWesternEuropean(head)
      ? finding('gb18030', proof, { preferred: true })
      : finding('utf-8', proof)
  }
  if (mostlyUtf8(proof)) return finding('utf-8', proof)
  const legacy = findLegacy(head)
  if (legacy !== null) return finding(legacy, proof)
  return finding(looksLikeBig5(proof) ? 'big5' : 'gb18030', proof)
}

function finding(
  encoding: Encoding,
  proof: ByteProof,
  { bom = false, preferred = false } = {},
): EncodingFinding {
  const whole = { encoding, bom, preferred, damagedAt: -1, cut: false }
  if (encoding === 'utf-8') {
    return { ...whole, damagedAt: proof.firstError.utf8, cut: proof.cut.utf8 }
  }
  if (encoding === 'gb18030') return { ...whole, damagedAt: proof.firstError.gb, cut: proof.cut.gb }
  return { ...whole, cut: proof.bytes % unitOf(encoding) !== 0 }
}

// Bytes of every character; 1 where it is not the same for all.
function unitOf(encoding: Encoding): number {
  if (encoding.startsWith('utf-32')) return 4
  return encoding.startsWith('utf-16') ? 2 : 1
}

// 930 of the 6,763 hanzi of GB2312 are by themselves valid UTF-8, as letters such as U+04BB.
function looksLikeGb(proof: ByteProof): boolean {
  if (proof.utf8Cjk > 0 || proof.gbErrors > 0 || proof.gbRare > 0) return false
  // The only character is the last one: two bytes of three, or a rare hanzi.
  if (proof.cut.utf8 && proof.gbPairs === 1) return false
  return proof.gbHanzi > 0 && proof.gbAfterLetter * 2 <= proof.gbPairs
}

// £ and é in UTF-8 (C2 A3, C3 A9) are hanzi in GB18030 too, but no Chinese text keeps to these two rows.
function isWesternEuropean(head: Uint8Array): boolean {
  const leads = head.filter((byte) => byte >= 0xc0)
  return leads.length > 0 && leads.every((byte) => byte === 0xc2 || byte === 0xc3)
}

// A few rows pasted in another encoding do not make a UTF-8 file GBK. About 1 in 100 characters of
// GBK text happens to hold a whole three-byte UTF-8 sequence, so their number decides.
function mostlyUtf8(proof: ByteProof): boolean {
  return proof.utf8Cjk * 2 > proof.utf8Errors
}

// GB18030 accepts nearly all Big5 bytes. Ordinary Chinese in GBK stays within GB2312, whose second
// bytes begin at A1, while 2 of 5 second bytes in Big5 lie below 7F.
function looksLikeBig5(proof: ByteProof): boolean {
  const small = proof.big5Errors * 50 <= proof.nonAscii
  return small && proof.gbRare > proof.gbPairs * 0.15
}
