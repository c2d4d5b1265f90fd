import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs'
import type { Chance } from '../chance.ts'

const PAGE = 16_384

/** Ways in which a file of a database is damaged; each says what it did. */
export const DAMAGES = {
  bit: (file: File, chance: Chance) => flip(file, chance, 1),
  byte: (file: File, chance: Chance) => overwrite(file, chance, 1),
  bytes: (file: File, chance: Chance) => overwrite(file, chance, 2 + chance.below(15)),
  zeroed: (file: File, chance: Chance) => {
    const at = chance.below(Math.ceil(file.size / PAGE)) * PAGE
    writeSync(file.handle, new Uint8Array(Math.min(PAGE, file.size - at)), 0, undefined, at)
    return `a page of zeros at ${String(at)}`
  },
  truncated: (file: File, chance: Chance) => {
    const size = chance.below(file.size)
    ftruncateSync(file.handle, size)
    return `cut at ${String(size)} of ${String(file.size)}`
  },
} as const

export type Damage = keyof typeof DAMAGES

interface File {
  handle: number
  size: number
}

function flip({ handle, size }: File, chance: Chance, count: number): string {
  const at = chance.below(size)
  const piece = new Uint8Array(count)
  readSync(handle, piece, 0, count, at)
  const bit = chance.below(8)
  piece[0] = (piece[0] ?? 0) ^ (1 << bit)
  writeSync(handle, piece, 0, count, at)
  return `bit ${String(bit)} of byte ${String(at)}`
}

function overwrite({ handle, size }: File, chance: Chance, count: number): string {
  const at = chance.below(Math.max(1, size - count))
  const piece = new Uint8Array(count)
  readSync(handle, piece, 0, count, at)
  for (let i = 0; i < count; i++) piece[i] = (piece[i] ?? 0) ^ (1 + chance.below(255))
  writeSync(handle, piece, 0, count, at)
  return `${String(count)} bytes at ${String(at)}`
}

/** Damages a file by chance, in place; what was done to it. */
export function damage(path: string, kind: Damage, chance: Chance): string {
  const handle = openSync(path, 'r+')
  try {
    return DAMAGES[kind]({ handle, size: fstatSync(handle).size }, chance)
  } finally {
    closeSync(handle)
  }
}
