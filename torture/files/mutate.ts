import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Chance } from '../chance.ts'
import type { Made } from './grammar.ts'

/** Real files of the project, damaged. */

const FOLDERS = ['../../apps/api/samples/', '../../e2e/fixtures/']

export interface RealFile {
  name: string
  bytes: Uint8Array<ArrayBuffer>
}

export function realFiles(): RealFile[] {
  return FOLDERS.flatMap((folder) => {
    const path = fileURLToPath(new URL(folder, import.meta.url))
    return readdirSync(path)
      .filter((name) => /\.(csv|xlsx)$/u.test(name))
      .map((name) => ({ name, bytes: new Uint8Array(readFileSync(path + name)) }))
  })
}

/** Bytes that readers stumble over. */
const PIECES = [
  '"',
  '""',
  ',',
  '\n',
  '\r',
  '\0',
  '=',
  '%',
  '亿',
  '(',
  'e309',
  '\ufeff',
  '\u2028',
  ' ',
  '1',
  '.',
  '-',
]
const encoder = new TextEncoder()

type Edit = (bytes: Uint8Array<ArrayBuffer>, chance: Chance) => Uint8Array<ArrayBuffer>

interface Put {
  remove: number
  insert: Uint8Array
}

function splice(bytes: Uint8Array, at: number, { remove, insert }: Put): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(
    Buffer.concat([bytes.subarray(0, at), insert, bytes.subarray(at + remove)]),
  )
}

const EDITS: [Edit, ...Edit[]] = [
  (bytes, chance) => {
    const piece = encoder.encode(PIECES[chance.below(PIECES.length)] ?? '')
    const remove = chance.below(3)
    return splice(bytes, chance.below(Math.max(1, bytes.length - 3)), { remove, insert: piece })
  },
  (bytes, chance) => {
    const copy = bytes.slice()
    copy[chance.below(copy.length)] = chance.below(256)
    return copy
  },
  (bytes, chance) => bytes.slice(0, chance.below(bytes.length)),
  (bytes, chance) => {
    const from = chance.below(bytes.length)
    const piece = bytes.slice(from, from + chance.below(400))
    return splice(bytes, chance.below(bytes.length), { remove: 0, insert: piece })
  },
  (bytes, chance) => {
    const remove = Math.min(chance.below(300), bytes.length)
    return splice(bytes, chance.below(bytes.length - remove + 1), {
      remove,
      insert: new Uint8Array(),
    })
  },
]

/** One real file with one to four edits; long ones are cut first, so that there can be many. */
export function mutate(files: readonly RealFile[], chance: Chance): Made {
  const file = files[chance.below(files.length)] ?? { name: '', bytes: new Uint8Array(1) }
  const isBook = file.name.endsWith('.xlsx')
  let bytes = isBook ? file.bytes.slice() : file.bytes.slice(0, 4096 + chance.below(8192))
  for (let i = 1 + chance.below(4); i > 0 && bytes.length > 8; i--)
    bytes = chance.pick(EDITS)(bytes, chance)
  return { bytes, cells: null, what: `${file.name}, edited` }
}
