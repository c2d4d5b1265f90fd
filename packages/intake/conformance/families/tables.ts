import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readTable } from '../../src/index.ts'
import { bytesOf, difference, judge, type Cases, type FamilyResult } from '../cases.ts'

/** csv-spectrum: rows as objects keyed by the header; its files are UTF-8 by definition. */
export function spectrum(cases: Cases): FamilyResult {
  return judge(cases, 'csv-spectrum', ({ file, expect }) => {
    const bytes = bytesOf(cases, file)
    const [header = [], ...rows] = filled(readTable(bytes, { encoding: 'utf-8' }).records)
    // Where the folder was checked out with plain line ends, no cell can hold others.
    const plain = !bytes.includes(0x0d)
    const wanted: unknown[] = [expect].flat().map((row) => (plain ? withPlainLines(row) : row))
    const got = rows.map((cells) => Object.fromEntries(header.map((key, i) => [key, cells[i]])))
    return difference('rows', got, wanted)
  })
}

function withPlainLines(row: unknown): unknown {
  return JSON.parse(JSON.stringify(row).replaceAll('\\r\\n', '\\n'))
}

function filled(records: string[][]): string[][] {
  return records.filter((cells) => cells.some((cell) => cell.trim() !== ''))
}

interface Dialect {
  encoding: string
  delimiter: string
  quote: string
  newline: string
}

const NAMES: Record<string, string> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  vslash: '|',
  doublequote: '"',
  singlequote: "'",
  utf8: 'utf-8',
  ascii: 'utf-8',
}

/** Dialects that a person wrote down for each file. */
export function dialects(cases: Cases): FamilyResult {
  return judge(cases, 'dialects', ({ file, expect }) => {
    const wanted = expect as Dialect
    const bytes = bytesOf(cases, file)
    const { dialect } = readTable(bytes)
    return (
      difference('delimiter', dialect.delimiter, NAMES[wanted.delimiter]) ??
      difference('quote', dialect.quote, NAMES[wanted.quote]) ??
      (isValid(bytes) ? difference('encoding', dialect.encoding, NAMES[wanted.encoding]) : null)
    )
  })
}

// Two files are not what they were annotated as, UTF-8 or ASCII, byte for byte.
function isValid(bytes: Uint8Array): boolean {
  return !new TextDecoder().decode(bytes).includes('\uFFFD')
}

interface Polluted {
  parameters: { header_lines: number }
  clean_csv: string
}

/**
 * Pollock: one pollution a file. The clean table must come back; a row whose cells nobody can put
 * back without guessing must be told of instead, and every other row be as in the clean table.
 */
export function pollock(cases: Cases): FamilyResult {
  let told = 0
  const found = judge(cases, 'pollock', ({ file, expect }) => {
    const { parameters, clean_csv: clean } = expect as Polluted
    const { records, faults } = readTable(bytesOf(cases, file))
    const wanted = cleanRows(readFileSync(join(cases.folder, clean), 'utf8'))
    const got = withoutRepeats(filled(records), parameters.header_lines, wanted.length)
    if (got.length !== wanted.length) return `${got.length} rows, not ${wanted.length}`
    const width = wanted[0]?.length ?? 0
    const faulty = new Set(faults.map(({ row }) => row - 1))
    for (const [i, cells] of got.entries()) {
      const why = difference(`row ${i + 1}`, cells.map(trim), (wanted[i] ?? []).map(trim))
      if (why === null) continue
      if (cells.length === width && !faulty.has(i)) return `${why}, in silence`
      told++
    }
    return null
  })
  const note = `${told} of these files have one damaged row that is reported instead of guessed`
  return { ...found, note }
}

const trim = (text: string) => text.trim()

// The clean files are printed by rule: every cell quoted, quotes doubled.
function cleanRows(text: string): string[][] {
  const cells = [...text.matchAll(/"((?:[^"]|"")*)"(,|\r?\n|$)/gu)]
  const rows: string[][] = [[]]
  for (const [, cell = '', end] of cells) {
    rows.at(-1)?.push(cell.replaceAll('""', '"'))
    if (end !== ',') rows.push([])
  }
  return rows.filter((row) => row.length > 0)
}

// Header lines are joined in the clean file, and of several tables it holds the first.
function withoutRepeats(records: string[][], headers: number, wanted: number): string[][] {
  if (headers < 2) return records.slice(0, Math.max(wanted, 1))
  const [first = []] = records
  const joined = first.map((_, k) => {
    const parts = records.slice(0, headers).map((cells) => cells[k] ?? '')
    return parts.join(' ')
  })
  return [joined, ...records.slice(headers)]
}
