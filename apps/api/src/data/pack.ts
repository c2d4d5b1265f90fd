import { crc32 } from 'node:zlib'

/** Typed arrays as the bytes that the store keeps, and back. */

/** What was stored is not what is there now: the disk, or another program, has changed it. */
export class DamagedData extends Error {}

export function toBytes(array: Int32Array | Float64Array | Uint8Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
}

/** A copy aligned for any element size: a driver's buffer may start anywhere. */
function aligned(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.byteLength)
  new Uint8Array(copy).set(bytes)
  return copy
}

export const toInt32 = (bytes: Uint8Array) => new Int32Array(aligned(bytes))
export const toFloat64 = (bytes: Uint8Array) => new Float64Array(aligned(bytes))

/** A block of observations as the rest of the server reads it. */
export interface PackedBlock {
  upload: string
  block: number
  period: string
  count: number
  slots: Int32Array
  zones: Int32Array
  rows: Int32Array
  values: Float64Array
  reasons: Uint8Array
}

interface StoredBlock extends Omit<PackedBlock, 'slots' | 'zones' | 'rows' | 'values'> {
  slots: Uint8Array
  zones: Uint8Array
  rows: Uint8Array
  values: Uint8Array
  /** Null where none was kept. */
  checksum: number | null
}

/** One number over all of a block, which any turned bit changes. */
export function checksumOf(stored: Omit<StoredBlock, 'checksum'>): number {
  const { upload, block, period, count } = stored
  const { slots, zones, rows, values, reasons } = stored
  const place = crc32(JSON.stringify([upload, block, period, count]))
  return [slots, zones, rows, values, reasons].reduce((sum, bytes) => crc32(bytes, sum), place)
}

function checked(stored: StoredBlock): StoredBlock {
  const { checksum, upload, block } = stored
  if (checksum !== null && checksum !== checksumOf(stored)) {
    throw new DamagedData(`block ${String(block)} of the upload ${upload}`)
  }
  return stored
}

export function unpack(row: StoredBlock): PackedBlock {
  const { slots, zones, rows, values, ...rest } = checked(row)
  return {
    ...rest,
    slots: toInt32(slots),
    zones: toInt32(zones),
    rows: toInt32(rows),
    values: toFloat64(values),
  }
}
