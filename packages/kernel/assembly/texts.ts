import { COLUMNS, COUNTS, ENDS, HASHES, INPUT, NUMBERS, POOLS, STARTS, TABLES } from './memory'

/** Gives the texts of a column numbers, the same for the same bytes, for many rows at once. */

/** Of each of the columns: its table of hashes and places in the pool, and its pool of texts. */
const TABLE_BYTES: usize = 0x100000
const POOL_BYTES: usize = 0x400000
const MOST_COLUMNS: i32 = 4
const FIRST_CAPACITY: i32 = 1024
const LAST_CAPACITY: i32 = 0x20000
/** Before a text in its pool: its number and its length. */
const HEAD: i32 = 8
const LONGEST: i32 = 256
const NONE: i32 = -1

/** Of a column: the slots of its table, its texts, and how much of its pool they take. */
function capacityOf(c: i32): i32 {
  return load<i32>(COLUMNS + ((<usize>c) << 4))
}

function setCapacity(c: i32, capacity: i32): void {
  store<i32>(COLUMNS + ((<usize>c) << 4), capacity)
  memory.fill(TABLES + <usize>c * TABLE_BYTES, 0, (<usize>capacity) << 3)
}

function sizeOf(c: i32): i32 {
  return load<i32>(COLUMNS + ((<usize>c) << 4), 4)
}

function usedOf(c: i32): i32 {
  return load<i32>(COLUMNS + ((<usize>c) << 4), 8)
}

function setSize(c: i32, size: i32, used: i32): void {
  store<i32>(COLUMNS + ((<usize>c) << 4), size, 4)
  store<i32>(COLUMNS + ((<usize>c) << 4), used, 8)
}

/** Eight bytes a step, the last of them those that the text ends with. */
function hashOf(at: usize, length: i32): i32 {
  let hash: u64 = <u64>length
  let rest = length
  while (rest >= 8) {
    hash = rotl<u64>((hash ^ load<u64>(at)) * 0x9e3779b97f4a7c15, 29)
    at += 8
    rest -= 8
  }
  if (rest > 0) {
    const last = load<u64>(at) & (((<u64>1) << ((<u64>rest) << 3)) - 1)
    hash = rotl<u64>((hash ^ last) * 0x9e3779b97f4a7c15, 29)
  }
  hash ^= hash >> 32
  return <i32>(hash * 0x9e3779b1)
}

/** Sixteen bytes a step; what stands behind either of the texts does not count. */
function isSame(a: usize, b: usize, length: i32): bool {
  let rest = length
  while (rest > 0) {
    const unlike = ~i8x16.bitmask(i8x16.eq(v128.load(a), v128.load(b))) & 0xffff
    if (rest >= 16) {
      if (unlike !== 0) return false
    } else if ((unlike & ((1 << rest) - 1)) !== 0) return false
    a += 16
    b += 16
    rest -= 16
  }
  return true
}

function slotIn(table: usize, slot: i32): usize {
  return table + ((<usize>slot) << 3)
}

/** The number of a text whose search begins at a slot; a new one where it is not known. */
function find(c: i32, hash: i32, at: usize, length: i32): i32 {
  const table = TABLES + <usize>c * TABLE_BYTES
  const pool = POOLS + <usize>c * POOL_BYTES
  const mask = capacityOf(c) - 1
  let slot = hash & mask
  while (true) {
    const entry = slotIn(table, slot)
    const place = load<i32>(entry, 4)
    if (place === 0) return add(c, hash, at, length)
    if (load<i32>(entry) === hash) {
      const known = pool + <usize>place
      if (load<i32>(known, 4) === length && isSame(known + <usize>HEAD, at, length)) {
        return load<i32>(known)
      }
    }
    slot = (slot + 1) & mask
  }
}

function put(c: i32, hash: i32, place: i32): void {
  const table = TABLES + <usize>c * TABLE_BYTES
  const mask = capacityOf(c) - 1
  let slot = hash & mask
  while (load<i32>(slotIn(table, slot), 4) !== 0) slot = (slot + 1) & mask
  store<i32>(slotIn(table, slot), hash)
  store<i32>(slotIn(table, slot), place, 4)
}

/** Twice as many slots, and every text in its new one; false where there is no room. */
function grow(c: i32): bool {
  const capacity = capacityOf(c) * 2
  if (capacity > LAST_CAPACITY) return false
  setCapacity(c, capacity)
  const pool = POOLS + <usize>c * POOL_BYTES
  const end = usedOf(c)
  for (let place = HEAD; place < end;) {
    const length = load<i32>(pool + <usize>place, 4)
    put(c, hashOf(pool + <usize>(place + HEAD), length), place)
    place += bytesOf(length)
  }
  return true
}

function bytesOf(length: i32): i32 {
  return (HEAD + length + 7) & ~7
}

function add(c: i32, hash: i32, at: usize, length: i32): i32 {
  const size = sizeOf(c)
  const place = usedOf(c)
  // Sixteen bytes are read from the last of them on.
  if (<usize>(place + bytesOf(length) + 16) > POOL_BYTES) return NONE
  if (size * 2 >= capacityOf(c) && !grow(c)) return NONE
  const pool = POOLS + <usize>c * POOL_BYTES + <usize>place
  store<i32>(pool, size)
  store<i32>(pool, length, 4)
  memory.copy(pool + <usize>HEAD, at, <usize>length)
  put(c, hash, place)
  setSize(c, size + 1, place + bytesOf(length))
  return size
}

/** Begins with no texts at all. */
export function forget(): void {
  for (let c = 0; c < MOST_COLUMNS; c++) {
    setCapacity(c, FIRST_CAPACITY)
    setSize(c, 0, HEAD)
  }
}

/**
 * Numbers the texts in the `k`-th cells of some rows. First all hashes, so that the walks to the
 * memory that a large table costs go side by side.
 */
export function number(c: i32, k: i32, rows: i32, stride: i32): void {
  const table = TABLES + <usize>c * TABLE_BYTES
  const mask = capacityOf(c) - 1
  let touched: i32 = 0
  for (let row = 0; row < rows; row++) {
    if (load<i32>(COUNTS + ((<usize>row) << 2)) <= k) continue
    const cell = (<usize>(row * stride + k)) << 2
    const from = load<i32>(STARTS + cell)
    const length = load<i32>(ENDS + cell) - from
    const hash = length > LONGEST ? 0 : hashOf(INPUT + <usize>from, length)
    store<i32>(HASHES + ((<usize>row) << 2), hash)
    touched |= load<i32>(slotIn(table, hash & mask))
  }
  store<i32>(HASHES + 1024, touched)
  for (let row = 0; row < rows; row++) {
    if (load<i32>(COUNTS + ((<usize>row) << 2)) <= k) continue
    const cell = (<usize>(row * stride + k)) << 2
    const from = load<i32>(STARTS + cell)
    const length = load<i32>(ENDS + cell) - from
    const hash = load<i32>(HASHES + ((<usize>row) << 2))
    const found = length > LONGEST ? NONE : find(c, hash, INPUT + <usize>from, length)
    store<i32>(NUMBERS + cell, found)
  }
}
