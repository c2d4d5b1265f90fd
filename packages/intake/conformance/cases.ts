import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One file of the case folder and what is known of it. */
export interface Case {
  /** The first part of the path. */
  family: string
  file: string
  expect: unknown
}

/** Where the cases are. */
export interface Cases {
  folder: string
  list: Case[]
}

/** The cases that the manifest of a folder names; null where there is no such folder. */
export function loadCases(folder: string): Cases | null {
  const manifest = join(folder, 'manifest.json')
  if (!existsSync(manifest)) return null
  const entries: { file: string; expect?: unknown }[] = JSON.parse(readFileSync(manifest, 'utf8'))
  const list = entries.map(({ file, expect }) => ({
    family: file.split('/')[0] ?? '',
    file,
    expect,
  }))
  return { folder, list }
}

export function bytesOf({ folder }: Cases, file: string): Uint8Array {
  return new Uint8Array(readFileSync(join(folder, file)))
}

/** What came of a family. */
export interface FamilyResult {
  family: string
  passed: number
  total: number
  /** One line for each miss: the file and why. */
  misses: string[]
  /** What else a reader of the table should know. */
  note?: string
}

/** Judges each case of a family: null where it holds, else why it does not. */
export function judge(
  { list }: Cases,
  family: string,
  why: (found: Case) => string | null,
): FamilyResult {
  const cases = list.filter((found) => found.family === family)
  const misses: string[] = []
  for (const found of cases) {
    const reason = why(found)
    if (reason !== null) misses.push(`${found.file}: ${reason}`)
  }
  return { family, passed: cases.length - misses.length, total: cases.length, misses }
}

/** The first difference of two values, or null. */
export function difference(name: string, got: unknown, wanted: unknown): string | null {
  const [a, b] = [JSON.stringify(got), JSON.stringify(wanted)]
  if (a === b) return null
  return `${name} is ${short(a)}, not ${short(b)}`
}

function short(text = 'nothing'): string {
  return text.length > 120 ? `${text.slice(0, 120)}…` : text
}
