import { inspect, createProbe, readAll } from '../../src/index.ts'
import { bytesOf, difference, judge, type Cases, type FamilyResult } from '../cases.ts'
import { encodings } from '../../src/testing/encodings.ts'

interface Expectation {
  encoding: string
  bom: boolean
  newline: string
  delimiter: string
  header_row: number
  columns: string[]
  n_columns: number
  n_data_rows: number
  preamble: string[]
  footer: string[]
}

/** Published Chinese statistics: how they are written, and where the table is in them. */
export function realChinese(cases: Cases): FamilyResult {
  return judge(cases, 'real-zh', ({ file, expect }) => {
    const wanted = expect as Expectation
    const bytes = bytesOf(cases, file)
    const { plan, summary } = readAll(bytes)
    const columns = plan.columns.map(({ header }) => header.trim())
    return (
      difference('encoding', plan.encoding, wanted.encoding) ??
      difference('BOM', plan.bom, wanted.bom) ??
      difference('newline', plan.newline, wanted.newline) ??
      difference('delimiter', plan.delimiter, wanted.delimiter) ??
      difference('header row', plan.headerRow, wanted.header_row) ??
      difference('number of columns', columns.length, wanted.n_columns) ??
      difference('columns', columns.slice(0, wanted.columns.length), wanted.columns) ??
      difference('preamble', plan.preamble.map(tidy), wanted.preamble.map(tidy)) ??
      difference('data rows', summary.rows + summary.skipped.totals, wanted.n_data_rows) ??
      difference('footer rows', summary.skipped.footer, wanted.footer.length)
    )
  })
}

function tidy(text: string): string {
  return text.replace(/[,\s]+$/u, '')
}

/** The same files in five encodings: the same observations, and the same problems but for bytes. */
export function fiveEncodings(cases: Cases): FamilyResult {
  const found = judge(cases, 'real-zh', ({ file }) => {
    const bytes = bytesOf(cases, file)
    const probe = createProbe()
    probe.push(bytes)
    const { encoding } = inspect(probe.end())
    const text = new TextDecoder(encoding).decode(bytes)
    const expected = said(new TextEncoder().encode(text))
    for (const [name, encode] of encodings) {
      const got = said(encode(text))
      if (got !== expected) return `reads otherwise in ${name}`
    }
    return said(bytes) === expected ? null : 'reads otherwise than in UTF-8'
  })
  return { ...found, family: 'real-zh × 5 encodings' }
}

function said(bytes: Uint8Array): string {
  const { observations, zones, problems } = readAll(bytes)
  const plain = problems.map(({ byte: _, ...problem }) => problem)
  return JSON.stringify({ observations, zones, plain })
}
