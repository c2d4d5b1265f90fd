/** Typed arrays as the bytes that the store keeps, and back. */

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
}

export const unpack = (stored: StoredBlock): PackedBlock => ({
  ...stored,
  slots: toInt32(stored.slots),
  zones: toInt32(stored.zones),
  rows: toInt32(stored.rows),
  values: toFloat64(stored.values),
})
