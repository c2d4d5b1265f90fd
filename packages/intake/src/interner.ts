/** Gives equal byte strings equal numbers, so that each distinct text is decoded once. */
export interface Interner {
  /** The number of the text; equal to the former `size` when it is new. */
  intern(bytes: Uint8Array, start: number, end: number): number
  readonly size: number
}

export function createInterner(): Interner {
  let table = new Int32Array(1024).fill(-1)
  let hashes = new Int32Array(512)
  let offsets = new Int32Array(513)
  let pool = new Uint8Array(8192)
  let size = 0
  let last = -1

  function equals(id: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = offsets[id] ?? 0
    const length = (offsets[id + 1] ?? 0) - from
    if (length !== end - start) return false
    for (let i = 0; i < length; i++) {
      if (pool[from + i] !== bytes[start + i]) return false
    }
    return true
  }

  function add(bytes: Uint8Array, start: number, end: number): void {
    const from = offsets[size] ?? 0
    if (from + end - start > pool.length) pool = grown(pool, from + end - start)
    pool.set(bytes.subarray(start, end), from)
    offsets[size + 1] = from + end - start
    size++
  }

  function rehash(): void {
    const larger = new Int32Array(hashes.length * 2)
    larger.set(hashes)
    hashes = larger
    const moved = new Int32Array(larger.length + 1)
    moved.set(offsets)
    offsets = moved
    table = new Int32Array(larger.length * 2).fill(-1)
    for (let id = 0; id < size; id++) {
      let slot = (hashes[id] ?? 0) & (table.length - 1)
      while (table[slot] !== -1) slot = (slot + 1) & (table.length - 1)
      table[slot] = id
    }
  }

  return {
    intern(bytes, start, end) {
      if (last >= 0 && equals(last, bytes, start, end)) return last
      const hash = hashOf(bytes, start, end)
      let slot = hash & (table.length - 1)
      for (;;) {
        const id = table[slot] ?? -1
        if (id < 0) break
        if (hashes[id] === hash && equals(id, bytes, start, end)) return (last = id)
        slot = (slot + 1) & (table.length - 1)
      }
      table[slot] = size
      hashes[size] = hash
      add(bytes, start, end)
      last = size - 1
      if (size === hashes.length) rehash()
      return last
    },
    get size() {
      return size
    },
  }
}

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193)
  return hash ^ (hash >>> 15)
}

function grown(pool: Uint8Array, needed: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(pool.length * 2, needed))
  larger.set(pool)
  return larger
}
