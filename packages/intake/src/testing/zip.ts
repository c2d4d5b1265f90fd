import { deflateRawSync } from 'node:zlib'
import { crc32 } from '../workbook/crc32.ts'
import { utf8 } from './encode.ts'

export interface ZipPart {
  name: string
  bytes: Uint8Array
  /** Overrides of what the archive says of the part. */
  crc?: number
  expanded?: number
  flags?: number
  method?: number
}

/** A zip archive of the parts given, each deflated. */
export function zip(parts: readonly ZipPart[]): Uint8Array<ArrayBuffer> {
  const files: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const part of parts) {
    const name = utf8(part.name)
    const method = part.method ?? 8
    const packed = method === 8 ? deflateRawSync(part.bytes) : part.bytes
    const common = header(part, packed.length, name.length)
    files.push(words([0x04034b50, 4], [20, 2]), common, words([0, 2]), name, packed)
    const end = words([0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [at, 4])
    directory.push(words([0x02014b50, 4], [20, 2], [20, 2]), common, end, name)
    at += 30 + name.length + packed.length
  }
  const list = join(directory)
  const counts = words([0, 2], [0, 2], [parts.length, 2], [parts.length, 2])
  const end = words([list.length, 4], [at, 4], [0, 2])
  return join([...files, list, words([0x06054b50, 4]), counts, end])
}

function header(part: ZipPart, packed: number, nameLength: number): Uint8Array {
  return words(
    [part.flags ?? 0, 2],
    [part.method ?? 8, 2],
    [0, 4],
    [part.crc ?? crc32(part.bytes, 0), 4],
    [packed, 4],
    [part.expanded ?? part.bytes.length, 4],
    [nameLength, 2],
  )
}

function words(...values: [value: number, size: number][]): Uint8Array {
  const bytes = values.flatMap(([value, size]) =>
    Array.from({ length: size }, (_, i) => Math.floor(value / 256 ** i) & 255),
  )
  return Uint8Array.from(bytes)
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}
