import { byteAt, copyInto } from './bytes.ts'

/** Gives equal byte strings equal numbers, so that each distinct text is decoded once. */
export class Interner {
  size = 0
  private table = new Int32Array(1024).fill(-1)
  private hashes = new Int32Array(512)
  private offsets = new Int32Array(513)
  private pool = new Uint8Array(8192)
  private last = -1

  /** The number of the text; equal to the former `size` when it is new. */
  intern(bytes: Uint8Array, start: number, end: number): number {
    const text = { bytes, start, end }
    if (this.last >= 0 && this.equals(this.last, text)) return this.last
    const hash = hashOf(bytes, start, end)
    const mask = this.table.length - 1
    let slot = hash & mask
    let id = this.table[slot] ?? -1
    while (id >= 0) {
      if (this.hashes[id] === hash && this.equals(id, text)) return (this.last = id)
      slot = (slot + 1) & mask
      id = this.table[slot] ?? -1
    }
    this.table[slot] = this.size
    this.hashes[this.size] = hash
    this.last = this.add(text)
    if (this.size === this.hashes.length) this.rehash()
    return this.last
  }

  private equals(id: number, { bytes, start, end }: Span): boolean {
    const from = this.offsets[id] ?? 0
    const length = (this.offsets[id + 1] ?? 0) - from
    if (length !== end - start) return false
    for (let i = 0; i < length; i++) {
      if (this.pool[from + i] !== bytes[start + i]) return false
    }
    return true
  }

  private add({ bytes, start, end }: Span): number {
    const from = this.offsets[this.size] ?? 0
    const needed = from + end - start
    if (needed > this.pool.length) {
      this.pool = copyInto(new Uint8Array(Math.max(this.pool.length * 2, needed)), this.pool)
    }
    this.pool.set(bytes.subarray(start, end), from)
    this.offsets[this.size + 1] = needed
    return this.size++
  }

  private rehash(): void {
    const size = this.hashes.length * 2
    this.hashes = copyInto(new Int32Array(size), this.hashes)
    this.offsets = copyInto(new Int32Array(size + 1), this.offsets)
    this.table = new Int32Array(size * 2).fill(-1)
    const mask = this.table.length - 1
    for (let id = 0; id < this.size; id++) {
      let slot = (this.hashes[id] ?? 0) & mask
      while (this.table[slot] !== -1) slot = (slot + 1) & mask
      this.table[slot] = id
    }
  }
}

interface Span {
  bytes: Uint8Array
  start: number
  end: number
}

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ byteAt(bytes, i), 0x01000193)
  return hash ^ (hash >>> 15)
}
