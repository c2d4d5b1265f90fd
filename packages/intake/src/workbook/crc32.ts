function step(value: number): number {
  let c = value
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
}

// Four tables, the n-th for a byte that stands n bytes before the end of a word.
const TABLE = new Uint32Array(1024)
for (let i = 0; i < 256; i++) TABLE[i] = step(i)
for (let i = 256; i < 1024; i++) {
  const before = TABLE[i - 256] ?? 0
  TABLE[i] = (before >>> 8) ^ (TABLE[before & 255] ?? 0)
}

const at = (index: number) => TABLE[index] ?? 0

/** The checksum of a zip archive, carried on over chunks; begin with 0. */
export function crc32(chunk: Uint8Array, before: number): number {
  let crc = ~before
  const words = chunk.length & ~3
  let i = 0
  for (; i < words; i += 4) {
    const word =
      crc ^
      ((chunk[i] ?? 0) |
        ((chunk[i + 1] ?? 0) << 8) |
        ((chunk[i + 2] ?? 0) << 16) |
        ((chunk[i + 3] ?? 0) << 24))
    crc =
      at(768 + (word & 255)) ^
      at(512 + ((word >>> 8) & 255)) ^
      at(256 + ((word >>> 16) & 255)) ^
      at(word >>> 24)
  }
  for (; i < chunk.length; i++) crc = at((crc ^ (chunk[i] ?? 0)) & 255) ^ (crc >>> 8)
  return ~crc >>> 0
}
