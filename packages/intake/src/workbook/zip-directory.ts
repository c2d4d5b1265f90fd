import { Refusal } from './refusal.ts'
import type { ByteSource } from './source.ts'

/** A file inside an archive. */
export interface Entry {
  name: string
  encrypted: boolean
  /** 0 stored, 8 deflated. */
  method: number
  packed: number
  expanded: number
  crc: number
  /** Where its local header begins. */
  at: number
}

const END_LENGTH = 22
const END = 0x06054b50
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const CENTRAL = 0x02014b50
const MAX_COMMENT = 65_535
const MAX_DIRECTORY = 16 * 1024 * 1024
const FULL_16 = 0xffff
const FULL_32 = 0xffffffff

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

interface Directory {
  at: number
  size: number
}

/** Names in a workbook are the same in any case of letters. */
export const entryKey = (name: string) => name.replaceAll('\\', '/').toLowerCase()

/** The list of files at the end of a zip archive, by `entryKey`. */
export async function readDirectory(source: ByteSource): Promise<Map<string, Entry>> {
  const { at, size } = await findDirectory(source)
  if (size > MAX_DIRECTORY) throw new Refusal('expands-too-much')
  const view = viewOf(await source.read(at, size))
  const entries = new Map<string, Entry>()
  let offset = 0
  while (offset + 46 <= view.byteLength && view.getUint32(offset, true) === CENTRAL) {
    const { entry, length } = entryAt(view, offset)
    // The first of two entries of one name is not always what another program would read.
    if (entries.has(entry.name)) throw new Refusal('damaged')
    entries.set(entry.name, entry)
    offset += length
  }
  return entries
}

async function findDirectory(source: ByteSource): Promise<Directory> {
  const length = Math.min(source.size, END_LENGTH + MAX_COMMENT + 20)
  const start = source.size - length
  const view = viewOf(await source.read(start, length))
  for (let i = view.byteLength - END_LENGTH; i >= 0; i--) {
    if (view.getUint32(i, true) === END) return directoryFrom(view, i, source)
  }
  throw new Refusal('damaged')
}

async function directoryFrom(view: DataView, end: number, source: ByteSource): Promise<Directory> {
  const size = view.getUint32(end + 12, true)
  const at = view.getUint32(end + 16, true)
  if (size !== FULL_32 && at !== FULL_32 && view.getUint16(end + 10, true) !== FULL_16) {
    return { at, size }
  }
  const locator = end - 20
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) return { at, size }
  const large = viewOf(await source.read(Number(view.getBigUint64(locator + 8, true)), 56))
  if (large.byteLength < 56 || large.getUint32(0, true) !== END_64) throw new Refusal('damaged')
  return { at: Number(large.getBigUint64(48, true)), size: Number(large.getBigUint64(40, true)) }
}

function entryAt(view: DataView, offset: number): { entry: Entry; length: number } {
  const nameLength = view.getUint16(offset + 28, true)
  const extraLength = view.getUint16(offset + 30, true)
  const nameAt = offset + 46
  const length = 46 + nameLength + extraLength + view.getUint16(offset + 32, true)
  if (offset + length > view.byteLength) throw new Refusal('damaged')
  const name = new TextDecoder().decode(
    new Uint8Array(view.buffer, view.byteOffset + nameAt, nameLength),
  )
  const entry = {
    name: entryKey(name),
    encrypted: (view.getUint16(offset + 8, true) & 1) === 1,
    method: view.getUint16(offset + 10, true),
    crc: view.getUint32(offset + 16, true),
    packed: view.getUint32(offset + 20, true),
    expanded: view.getUint32(offset + 24, true),
    at: view.getUint32(offset + 42, true),
  }
  widen(entry, view, { from: nameAt + nameLength, length: extraLength })
  return { entry, length }
}

/** Sizes that do not fit 32 bits stand in an extra field, in a fixed order. */
function widen(entry: Entry, view: DataView, { from, length }: { from: number; length: number }) {
  const end = from + length
  let at = from
  while (at + 4 <= end && view.getUint16(at, true) !== 1) at += 4 + view.getUint16(at + 2, true)
  if (at + 4 > end) return
  let place = at + 4
  for (const key of ['expanded', 'packed', 'at'] as const) {
    if (entry[key] !== FULL_32 || place + 8 > end) continue
    entry[key] = Number(view.getBigUint64(place, true))
    place += 8
  }
}
