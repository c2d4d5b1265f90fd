import type { Limits } from './limits.ts'
import { Refusal } from './refusal.ts'
import type { ByteSource } from './source.ts'
import { XmlScanner, type XmlEvents } from './xml.ts'
import { entryKey, readDirectory, type Entry } from './zip-directory.ts'
import { expand } from './zip-entry.ts'

/** An archive whose parts are read by name. */
export interface Archive {
  source: ByteSource
  entries: ReadonlyMap<string, Entry>
  limits: Limits
}

const ZIP = [0x50, 0x4b]
const OLE = [0xd0, 0xcf, 0x11, 0xe0]

const startsWith = (bytes: Uint8Array, mark: number[]) => mark.every((b, i) => bytes[i] === b)

/** Opens the archive and refuses what is no workbook, each kind by its own name. */
export async function openArchive(source: ByteSource, limits: Limits): Promise<Archive> {
  const head = await source.read(0, 8)
  if (startsWith(head, OLE)) throw new Refusal(await oleKind(source))
  if (!startsWith(head, ZIP)) throw new Refusal('damaged')
  const entries = await readDirectory(source)
  const archive = { source, entries, limits }
  refuseOthers(archive)
  return archive
}

/** A password turns a workbook into an OLE file that names the packed one. */
async function oleKind(source: ByteSource): Promise<'encrypted' | 'xls'> {
  const wide = new TextDecoder('utf-16le')
  for (let at = 0; at < Math.min(source.size, 1 << 22); at += 1 << 18) {
    const text = wide.decode(await source.read(at, (1 << 18) + 64))
    if (text.includes('EncryptedPackage')) return 'encrypted'
  }
  return 'xls'
}

function refuseOthers({ entries }: Archive): void {
  const names = [...entries.keys()]
  if (names.includes('xl/workbook.bin')) throw new Refusal('xlsb')
  if (names.includes('mimetype') && names.includes('content.xml')) throw new Refusal('ods')
  if (!names.includes('[content_types].xml')) throw new Refusal('zip')
  if (names.some((name) => /^(word|ppt|visio)\//u.test(name))) throw new Refusal('zip')
}

const isUtf16 = (chunk: Uint8Array) =>
  (chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff)

export interface PartReading {
  /** Bytes that the part may expand to. */
  most: number
  /** Asked after each chunk: whether enough is known. */
  enough?: () => boolean
  checked?: boolean
}

/** Expands a part as text; false where there is no such part. */
export async function readText(
  { source, entries, limits }: Archive,
  name: string,
  {
    most,
    enough,
    text,
    checked = true,
  }: PartReading & { text: (piece: string) => void | Promise<void> },
): Promise<boolean> {
  const entry = entries.get(entryKey(name))
  if (entry === undefined) return false
  let decoder: InstanceType<typeof TextDecoder> | null = null
  await expand({ source, entry, most, limits, checked }, async (chunk) => {
    decoder ??= new TextDecoder(isUtf16(chunk) ? 'utf-16' : 'utf-8')
    await text(decoder.decode(chunk, { stream: true }))
    return enough?.() !== true
  })
  return true
}

/** Scans a part of the archive; false where there is no such part. */
export async function scanPart(
  archive: Archive,
  name: string,
  reading: PartReading & { events: XmlEvents },
): Promise<boolean> {
  const scanner = new XmlScanner(reading.events)
  const found = await readText(archive, name, { ...reading, text: (t) => scanner.push(t) })
  if (reading.enough?.() !== true) scanner.end()
  return found
}
