import { byteAt, copyInto } from './bytes.ts'

/** Of an entry: its hash, its number from 1 on, and where its text stands in the pool. */
const ENTRY = 4
const FIRST_SIZE = 128

/** Gives equal byte strings equal numbers, so that each distinct text is decoded once. */
export class Interner {
  size = 0
  /** All of an entry together: in a large table each other place would cost a walk to the memory. */
  private table = new Int32Array(FIRST_SIZE * ENTRY)
  private capacity = FIRST_SIZE
  private pool = new Uint8Array(1024)
  private used = 0
  private last = -1
  private lastFrom = 0
  private lastLength = -1

  /** The number of the text; equal to the former `size` when it is new. */
  intern(bytes: Uint8Array, start: number, end: number): number {
    const again = end - start === this.lastLength && this.isAt(this.lastFrom, bytes, start, end)
    if (again) return this.last
    const hash = hashOf(bytes, start, end)
    const at = this.entryOf(hash, bytes, start, end)
    if (this.table[at + 1] === 0) this.add(at, hash, bytes.subarray(start, end))
    return this.remember(at)
  }

  /** The number of the text; -1 where it is not known. */
  find(bytes: Uint8Array, start: number, end: number): number {
    return this.numberAt(this.entryOf(hashOf(bytes, start, end), bytes, start, end))
  }

  private numberAt(at: number): number {
    return (this.table[at + 1] ?? 0) - 1
  }

  /** Where the entry of the text stands, or would stand. */
  // eslint-disable-next-line max-params -- called for every text of the file, so without an object
  private entryOf(hash: number, bytes: Uint8Array, start: number, end: number): number {
    const { table } = this
    const mask = this.capacity - 1
    let slot = hash & mask
    for (;;) {
      const at = slot * ENTRY
      if (table[at + 1] === 0) return at
      const same = table[at] === hash && table[at + 3] === end - start
      if (same && this.isAt(table[at + 2] ?? 0, bytes, start, end)) return at
      slot = (slot + 1) & mask
    }
  }

  // eslint-disable-next-line max-params -- called for every text of the file, so without an object
  private isAt(from: number, bytes: Uint8Array, start: number, end: number): boolean {
    const { pool } = this
    // Names often differ at their ends only.
    for (let i = end - start - 1; i >= 0; i--) {
      if (pool[from + i] !== bytes[start + i]) return false
    }
    return true
  }

  private remember(at: number): number {
    this.lastFrom = this.table[at + 2] ?? 0
    this.lastLength = this.table[at + 3] ?? 0
    this.last = this.numberAt(at)
    if (this.size * 2 > this.capacity) this.grow()
    return this.last
  }

  private add(at: number, hash: number, text: Uint8Array): void {
    const from = this.used
    this.used = from + text.length
    if (this.used > this.pool.length) {
      this.pool = copyInto(new Uint8Array(Math.max(this.pool.length * 2, this.used)), this.pool)
    }
    this.pool.set(text, from)
    this.size++
    this.write(at, [hash, this.size, from, text.length])
  }

  private write(at: number, entry: ArrayLike<number>): void {
    this.table.set(entry, at)
  }

  private grow(): void {
    const old = this.table
    this.capacity *= 2
    this.table = new Int32Array(this.capacity * ENTRY)
    for (let at = 0; at < old.length; at += ENTRY) {
      if (old[at + 1] !== 0) this.write(this.freeAt(old[at] ?? 0), old.subarray(at, at + ENTRY))
    }
  }

  private freeAt(hash: number): number {
    const mask = this.capacity - 1
    let slot = hash & mask
    while (this.table[slot * ENTRY + 1] !== 0) slot = (slot + 1) & mask
    return slot * ENTRY
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
