import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * What a database file was when it was last closed. The engine keeps no checksums of its pages, so a
 * bit that has turned in a number would read as another number.
 */
export interface Seal {
  bytes: number
  sha256: string
}

const PIECE = 4 * 1024 * 1024
const sealOf = (path: string) => `${path}.seal`

/** The length and the SHA-256 of a file. */
export function fingerprint(path: string): Seal {
  const hash = createHash('sha256')
  const piece = Buffer.allocUnsafe(PIECE)
  const file = openSync(path, 'r')
  let bytes = 0
  try {
    for (;;) {
      const count = readSync(file, piece, 0, PIECE, null)
      if (count === 0) break
      hash.update(piece.subarray(0, count))
      bytes += count
    }
  } finally {
    closeSync(file)
  }
  return { bytes, sha256: hash.digest('hex') }
}

export const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0

/** Makes what was created, renamed or removed in a folder durable. */
export function syncFolder(folder: string) {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function readSeal(path: string): Seal | null {
  try {
    return JSON.parse(readFileSync(sealOf(path), 'utf8')) as Seal
  } catch {
    return null
  }
}

/** Whether the file is what was sealed; null where nothing was. */
export function isAsSealed(path: string): boolean | null {
  const seal = readSeal(path)
  if (seal === null) return null
  if (sizeOf(path) !== seal.bytes) return false
  return fingerprint(path).sha256 === seal.sha256
}

/** Says what a file is, once nobody writes it any more; one with a log beside it is not sealed. */
export function seal(path: string) {
  if (sizeOf(`${path}-wal`) > 0) return
  const temporary = `${sealOf(path)}.part`
  writeFileSync(temporary, JSON.stringify(fingerprint(path)), { flush: true })
  renameSync(temporary, sealOf(path))
  syncFolder(dirname(path))
}

/** Whether what it says of the file has been looked at is another matter. */
export const isSealed = (path: string) => existsSync(sealOf(path))

/** Takes the seal away before the file is written. */
export function breakSeal(path: string) {
  rmSync(sealOf(path), { force: true })
  syncFolder(dirname(path))
}
