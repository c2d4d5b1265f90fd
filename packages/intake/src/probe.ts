import { byteAt } from './bytes.ts'
import type { ByteLanes } from './byte-lanes.ts'
import { createByteProof } from './byte-proof.ts'
import { createDecoder } from './decode.ts'
import { findEncoding, type EncodingFinding } from './encoding.ts'
import type { Encoding, Newline } from './plan.ts'

/** What the first pass over the bytes proved. */
export interface Probe {
  bytes: number
  encoding: EncodingFinding
  newline: Newline
  /** The first bytes, up to 256 KB. */
  head: Uint8Array
  /** The last bytes, up to 16 KB. */
  tail: Uint8Array
  /** Set where the bytes are another kind of file, such as `xlsx` or `pdf`. */
  container: string | null
  hasNul: boolean
}

const HEAD = 256 * 1024
const TAIL = 16 * 1024

export interface ProbeOptions {
  lanes?: () => ByteLanes
}

/** The first pass: proves the encoding over the whole file and keeps a sample of both ends. */
export function createProbe({ lanes }: ProbeOptions = {}): {
  push(chunk: Uint8Array): void
  end(): Probe
} {
  const proof = createByteProof(lanes?.())
  const head = createSample(HEAD)
  const tail = createTail(TAIL)
  return {
    push(chunk) {
      proof.push(chunk)
      head.push(chunk)
      tail.push(chunk)
    },
    end() {
      const found = proof.end()
      const sample = head.bytes()
      const encoding = findEncoding(found, sample)
      const wide = /^utf-(16|32)/u.test(encoding.encoding)
      return {
        bytes: found.bytes,
        encoding,
        newline: newlineOf(wide ? countLineEnds(sample, encoding.encoding) : found),
        head: sample,
        tail: tail.bytes(),
        container: containerOf(sample, wide),
        hasNul: !wide && found.zeros[0] + found.zeros[1] > 0,
      }
    },
  }
}

function createSample(limit: number): { push(chunk: Uint8Array): void; bytes(): Uint8Array } {
  let store = new Uint8Array(4096)
  let used = 0
  return {
    push(chunk) {
      const part = chunk.subarray(0, limit - used)
      if (part.length === 0) return
      if (used + part.length > store.length) {
        const larger = new Uint8Array(
          Math.min(limit, Math.max(store.length * 2, used + part.length)),
        )
        larger.set(store.subarray(0, used))
        store = larger
      }
      store.set(part, used)
      used += part.length
    },
    bytes: () => store.slice(0, used),
  }
}

/** The last bytes of all that came, in memory of its own. */
function createTail(limit: number): { push(chunk: Uint8Array): void; bytes(): Uint8Array } {
  const store = new Uint8Array(limit)
  let used = 0
  return {
    push(chunk) {
      const { length } = chunk
      const kept = Math.min(used, Math.max(0, limit - length))
      if (kept > 0) store.copyWithin(0, used - kept, used)
      store.set(length > limit ? chunk.subarray(length - limit) : chunk, kept)
      used = Math.min(limit, kept + length)
    },
    bytes: () => store.slice(0, used),
  }
}

// In UTF-16 a line end is two bytes, and each of them is half of some other character.
function countLineEnds(head: Uint8Array, encoding: Encoding): LineEnds {
  const text = createDecoder(encoding).decode(head)
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  return { lf: count(/(?<!\r)\n/gu), cr: count(/\r/gu), crlf: count(/\r\n/gu) }
}

interface LineEnds {
  lf: number
  cr: number
  crlf: number
}

function newlineOf(count: LineEnds): Newline {
  const loneCr = count.cr - count.crlf
  const kinds = [count.lf, loneCr, count.crlf].filter((n) => n > 0).length
  if (kinds > 1) return 'mixed'
  if (count.crlf > 0) return 'crlf'
  return loneCr > 0 ? 'cr' : 'lf'
}

const MAGIC: [string, number[]][] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['rar', [0x52, 0x61, 0x72, 0x21, 0x1a]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
]
const BINARY_SHARE = 0.2

function containerOf(head: Uint8Array, wide: boolean): string | null {
  const known = MAGIC.find(([, mark]) => mark.every((byte, i) => head[i] === byte))
  if (known !== undefined) return known[0] === 'zip' ? zipKind(head) : known[0]
  const start = asciiHead(head)
  if (/^\s*(<!doctype html|<html)/i.test(start)) return 'html'
  if (/^\s*<\?xml|^\s*<svg/i.test(start)) return 'xml'
  if (!wide && controlShare(head) > BINARY_SHARE) return 'binary'
  return null
}

function zipKind(head: Uint8Array): string {
  let names = ''
  for (let i = 0; i < Math.min(head.length, 4096); i++) {
    const byte = head[i] ?? 0
    names += byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ' '
  }
  return /\[Content_Types\]|xl\//.test(names) ? 'xlsx' : 'zip'
}

function asciiHead(head: Uint8Array): string {
  let text = ''
  for (const byte of head.subarray(0, 256)) {
    if (byte > 0 && byte < 0x80) text += String.fromCharCode(byte)
  }
  return text
}

function controlShare(head: Uint8Array): number {
  if (head.length < 32) return 0
  let control = 0
  for (let i = 0; i < head.length; i++) {
    const byte = byteAt(head, i)
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13) control++
  }
  return control / head.length
}
