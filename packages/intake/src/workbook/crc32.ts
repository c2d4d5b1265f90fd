const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})

/** The checksum of a zip archive, carried on over chunks; begin with 0. */
export function crc32(chunk: Uint8Array, before: number): number {
  let crc = ~before
  for (let i = 0; i < chunk.length; i++) {
    crc = (TABLE[(crc ^ (chunk[i] ?? 0)) & 255] ?? 0) ^ (crc >>> 8)
  }
  return ~crc >>> 0
}
