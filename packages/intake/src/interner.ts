import { byteAt, copyInto } from './bytes.ts'

/** Gives equal byte strings equal numbers, so that each distinct text is decoded once. */
export class Interner {
  size = 0
  private table = new Int32Array(128).fill(-1)
  private hashes = new Int32Array(64)
  private offsets = new Int32Array(65)
  private pool = new Uint8Array(1024)
  private last = -1

  /** The number of the text; equal to the former `size` when it is new. */
  intern(bytes: Uint8Array, start: number, end: number): number {
    if (this.last >= 0 && this.equals(this.last, bytes, start, end)) return this.last
    const known = this.find(bytes, start, end)
    return (this.last = known >= 0 ? known : this.add(bytes, start, end))
  }

  /** The number of the text; -1 where it is not known. */
  find(bytes: Uint8Array, start: number, end: number): number {
    const hash = hashOf(bytes, start, end)
    const mask = this.table.length - 1
    let slot = hash & mask
    let id = this.table[slot] ?? -1
    while (id >= 0) {
      if (this.hashes[id] === hash && this.equals(id, bytes, start, end)) return id
      slot = (slot + 1) & mask
      id = this.table[slot] ?? -1
    }
    return -1
  }

  // eslint-disable-next-line max-params -- called for every text of the file, so without an object
  private equals(id: number, bytes: Uint8Array, start: number, end: number): boolean {
    const { pool, offsets } = this
    const from = offsets[id] ?? 0
    const length = end - start
    if ((offsets[id + 1] ?? 0) - from !== length) return false
    // Names often differ at their ends only.
    for (let i = length - 1; i >= 0; i--) {
      if (pool[from + i] !== bytes[start + i]) return false
    }
    return true
  }

  private add(bytes: Uint8Array, start: number, end: number): number {
    const id = this.size++
    const from = this.offsets[id] ?? 0
    const needed = from + end - start
    if (needed > this.pool.length) {
      this.pool = copyInto(new Uint8Array(Math.max(this.pool.length * 2, needed)), this.pool)
    }
    this.pool.set(bytes.subarray(start, end), from)
    this.offsets[id + 1] = needed
    this.hashes[id] = hashOf(bytes, start, end)
    this.place(id)
    if (this.size === this.hashes.length) this.grow()
    return id
  }

  private place(id: number): void {
    const mask = this.table.length - 1
    let slot = (this.hashes[id] ?? 0) & mask
    while (this.table[slot] !== -1) slot = (slot + 1) & mask
    this.table[slot] = id
  }

  private grow(): void {
    const size = this.hashes.length * 2
    this.hashes = copyInto(new Int32Array(size), this.hashes)
    this.offsets = copyInto(new Int32Array(size + 1), this.offsets)
    this.table = new Int32Array(size * 2).fill(-1)
    for (let id = 0; id < this.size; id++) this.place(id)
  }
}

/** Four bytes a step: a multiplication for each byte would wait for the one before. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = end - start
  let i = start
  for (; i + 3 < end; i += 4) {
    const low = byteAt(bytes, i) | (byteAt(bytes, i + 1) << 8)
    const high = (byteAt(bytes, i + 2) << 16) | (byteAt(bytes, i + 3) << 24)
    hash = Math.imul(hash ^ low ^ high, 0x9e3779b1)
    hash ^= hash >>> 15
  }
  for (; i < end; i++) hash = Math.imul(hash ^ byteAt(bytes, i), 0x01000193)
  return hash ^ (hash >>> 16)
}
