import { promisify } from 'node:util'
import { constants, crc32, deflateRaw } from 'node:zlib'

/** A text around a secret word that is another one each time it is given. */
export interface Spliced {
  readonly bytes: number
  plain(word: string): Uint8Array<ArrayBuffer>
  /** The same as gzip: the parts are compressed once, the word stands between them as it is. */
  gzipped(word: string): Promise<Uint8Array<ArrayBuffer>>
}

const deflate = promisify(deflateRaw)

const GZIP_HEAD = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255)
/** The last block of a deflated stream, with nothing in it. */
const LAST_BLOCK = Uint8Array.of(3, 0)
const STORED_HEAD = 5

/** A word as a block of a deflated stream that is not compressed. */
function storedBlock(word: Uint8Array): Uint8Array {
  const block = Buffer.alloc(STORED_HEAD + word.byteLength)
  block.writeUInt16LE(word.byteLength, 1)
  block.writeUInt16LE(word.byteLength ^ 0xffff, 3)
  block.set(word, STORED_HEAD)
  return block
}

/** Checksum and length, as they stand at the end of gzip. */
function gzipTail(parts: readonly Uint8Array[]): Uint8Array {
  const tail = Buffer.alloc(8)
  tail.writeUInt32LE(parts.reduce((sum, part) => crc32(part, sum), 0))
  tail.writeUInt32LE(parts.reduce((sum, { byteLength }) => sum + byteLength, 0) % 2 ** 32, 4)
  return tail
}

const between = (parts: readonly Uint8Array[], word: Uint8Array): Uint8Array[] =>
  parts.flatMap((part, i) => (i === 0 ? [part] : [word, part]))

/** Cuts a text where the word stands. */
export function splice(text: string, word: string): Spliced {
  const parts = text.split(word).map((part) => Buffer.from(part))
  let deflated: Promise<Uint8Array[]> | null = null

  async function gzipped(next: string) {
    // Flushed, a part ends with a byte and asks for no part before it.
    const options = { finishFlush: constants.Z_SYNC_FLUSH }
    deflated ??= Promise.all(parts.map((part) => deflate(part, options)))
    const bytes = Buffer.from(next)
    return Buffer.concat([
      GZIP_HEAD,
      ...between(await deflated, storedBlock(bytes)),
      LAST_BLOCK,
      gzipTail(between(parts, bytes)),
    ])
  }

  return {
    bytes: parts.reduce((sum, { byteLength }) => sum + byteLength, 0),
    plain: (next) => Buffer.concat(between(parts, Buffer.from(next))),
    gzipped,
  }
}
