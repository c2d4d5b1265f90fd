import { crc32 } from './crc32.ts'
import type { Limits } from './limits.ts'
import { Refusal } from './refusal.ts'
import type { ByteSource } from './source.ts'
import type { Entry } from './zip-directory.ts'

/** Takes expanded bytes; `false` says that no more are wanted. */
export type Take = (chunk: Uint8Array) => boolean | Promise<boolean>

export interface Expansion {
  source: ByteSource
  entry: Entry
  /** Bytes that the entry may expand to. */
  most: number
  limits: Limits
  /** Whether the bytes are held to the checksum: once is enough for bytes that are read twice. */
  checked?: boolean
}

const LOCAL = 0x04034b50
const CHUNK = 256 * 1024

/** Expands one file of an archive in chunks, within its limits; its checksum is held to its bytes. */
export async function expand(expansion: Expansion, take: Take): Promise<void> {
  const { entry, most } = expansion
  if (entry.encrypted) throw new Refusal('encrypted')
  if (entry.method !== 0 && entry.method !== 8) throw new Refusal('damaged')
  if (entry.expanded > most) throw new Refusal('expands-too-much')
  const start = await dataStart(expansion)
  const meter = createMeter(expansion)
  const counted: Take = (chunk) => {
    meter.count(chunk)
    return take(chunk)
  }
  const whole =
    entry.method === 0
      ? await copy(expansion, start, counted)
      : await inflate(expansion, start, counted)
  if (whole) meter.end()
}

async function dataStart({ source, entry }: Expansion): Promise<number> {
  const bytes = await source.read(entry.at, 30)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 30 || view.getUint32(0, true) !== LOCAL) throw new Refusal('damaged')
  return entry.at + 30 + view.getUint16(26, true) + view.getUint16(28, true)
}

function createMeter({ entry, most, limits, checked = true }: Expansion) {
  let bytes = 0
  let crc = 0
  return {
    count(chunk: Uint8Array) {
      bytes += chunk.length
      const swollen = bytes > limits.ratioFrom && bytes > entry.packed * limits.ratio
      if (bytes > most || swollen) throw new Refusal('expands-too-much')
      if (checked) crc = crc32(chunk, crc)
    },
    end() {
      const wrong = checked && crc !== entry.crc
      if (wrong || bytes !== entry.expanded) throw new Refusal('damaged')
    },
  }
}

async function* packedChunks({ source, entry }: Expansion, start: number) {
  for (let done = 0; done < entry.packed;) {
    const chunk = await source.read(start + done, Math.min(CHUNK, entry.packed - done))
    if (chunk.length === 0) throw new Refusal('damaged')
    done += chunk.length
    yield chunk
  }
}

async function copy(expansion: Expansion, start: number, take: Take): Promise<boolean> {
  for await (const chunk of packedChunks(expansion, start)) {
    if (!(await take(chunk))) return false
  }
  return true
}

async function inflate(expansion: Expansion, start: number, take: Take): Promise<boolean> {
  const stream = new DecompressionStream('deflate-raw')
  const reader = stream.readable.getReader()
  const fed = feed(expansion, start, stream.writable.getWriter())
  // The reader hears of a failed write as well; it is told once, below.
  fed.catch(() => undefined)
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      if (value !== undefined && !(await take(value))) return false
    }
    await fed
    return true
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

interface Writer {
  write(chunk: Uint8Array<ArrayBuffer>): Promise<void>
  close(): Promise<void>
  abort(reason?: unknown): Promise<void>
}

async function feed(expansion: Expansion, start: number, writer: Writer): Promise<void> {
  try {
    for await (const chunk of packedChunks(expansion, start)) await writer.write(chunk)
    await writer.close()
  } catch (error) {
    await writer.abort(error).catch(() => undefined)
    throw error
  }
}
