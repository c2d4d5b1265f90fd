import {
  createProbe,
  createReader,
  inspect,
  openWorkbook,
  readAll,
  readRecord,
} from '@permu/intake'
import { bytesSource } from '@permu/intake'

/** One number that was accepted, beside the cell that it was read from. */
export interface Accepted {
  zone: string
  column: number
  value: number
  /** As the reader itself finds the cell again. */
  cell: string
}

export interface Answer {
  accepted: Accepted[]
  threw: string | null
  /** Bytes of memory that the process holds. */
  memory: number
}

const SMALL = 1024 * 1024
const PIECE = 65_536

/** Large files go by as an upload does, and nothing is kept of what was found. */
function stream(bytes: Uint8Array) {
  const pieces = Array.from({ length: Math.ceil(bytes.length / PIECE) }, (_, i) =>
    bytes.subarray(i * PIECE, (i + 1) * PIECE),
  )
  const probe = createProbe()
  for (const piece of pieces) probe.push(piece)
  const sink = { block: () => undefined, problem: () => undefined }
  const reader = createReader(inspect(probe.end()), sink)
  for (const piece of pieces) reader.push(piece)
  reader.end()
}

async function asWorkbook(bytes: Uint8Array): Promise<Uint8Array | null> {
  const opened = await openWorkbook(bytesSource(bytes))
  if (!opened.ok) return null
  const pieces: Uint8Array[] = []
  let size = 0
  const read = await opened.value.readSheet(opened.value.usual, async (piece) => {
    size += piece.length
    if (size <= SMALL) pieces.push(piece.slice())
  })
  return read.ok && size <= SMALL ? Uint8Array.from(Buffer.concat(pieces)) : null
}

async function read(bytes: Uint8Array): Promise<Accepted[]> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const table = isZip ? await asWorkbook(bytes) : bytes
  if (table === null) return []
  if (table.length > SMALL) {
    stream(table)
    return []
  }
  const { observations, zones, plan } = readAll(table)
  return observations.flatMap(({ row, column, zone, value }) => {
    if (value === null) return []
    const cell = readRecord(table, plan, row)?.[column - 1] ?? ''
    return [{ zone: zones[zone]?.name ?? '', column, value, cell }]
  })
}

process.on('message', (bytes: Uint8Array) => {
  void read(bytes)
    .then((accepted) => ({ accepted, threw: null }))
    .catch((error: unknown) => ({ accepted: [], threw: String(error) }))
    .then((answer) => process.send?.({ ...answer, memory: process.memoryUsage.rss() }))
})
