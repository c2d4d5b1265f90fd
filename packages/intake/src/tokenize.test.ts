import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { createTextReader } from './decode.ts'
import { recordTexts } from './records.ts'
import { Tokenizer } from './tokenize.ts'
import { utf8 } from './testing/encode.ts'

function tokenize(bytes: Uint8Array, { size = bytes.length, delimiter = ',' } = {}) {
  const rows: string[][] = []
  const faults: string[] = []
  const text = createTextReader('utf-8', false)
  const tokenizer = new Tokenizer({
    delimiter: delimiter.charCodeAt(0),
    quote: 0x22,
    record: (view) => rows.push(recordTexts(view, text)) > 0,
    fault: (code, row, column) => faults.push(`${code}@${row},${column}`),
  })
  const reused = new Uint8Array(Math.max(1, size))
  for (let i = 0; i < bytes.length; i += size) {
    const part = bytes.subarray(i, i + size)
    reused.set(part)
    tokenizer.push(reused.subarray(0, part.length))
    reused.fill(0x3f)
  }
  tokenizer.end()
  return { rows, faults }
}

const cells = fc.oneof(
  fc.constantFrom('', ' ', '"', '""', ',', '\n', '\r\n', 'a"b', '地区', '1,234.5', "'x", '\t'),
  fc.string({ maxLength: 6 }).filter((text) => !text.includes('\0')),
)
const tables = fc.integer({ min: 1, max: 5 }).chain((width) =>
  fc.array(fc.array(cells, { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 8,
  }),
)

function print(table: string[][], newline: string): string {
  const quote = (cell: string) =>
    /[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  return table.map((row) => row.map(quote).join(',') + newline).join('')
}

describe('the tokenizer', () => {
  it.each([
    [
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\r\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a\n\nb', [['a'], [''], ['b']]],
    ['"a,b","c""d"\n', [['a,b', 'c"d']]],
    ['"a\nb",c\n', [['a\nb', 'c']]],
    ['a"b",c\n', [['a"b"', 'c']]],
    ['"a" ,b\n', [['a ', 'b']]],
    ['"a"b,c\n', [['ab', 'c']]],
    [',,\n', [['', '', '']]],
    ['a,', [['a', '']]],
    ['""', [['']]],
  ])('cuts %j', (text, rows) => {
    expect(tokenize(utf8(text)).rows).toEqual(rows)
  })

  it('takes a quote that is never closed as a character and says where it opened', () => {
    const { rows, faults } = tokenize(utf8('a,b\nc,"d\ne,f\n'))
    expect(rows).toEqual([
      ['a', 'b'],
      ['c', '"d'],
      ['e', 'f'],
    ])
    expect(faults).toEqual(['unclosed-quote@2,2'])
  })

  it('does not let the next quoted cell close it', () => {
    const { rows, faults } = tokenize(utf8('c,"d\ne,"1,000"\n'))
    expect(rows).toEqual([
      ['c', '"d'],
      ['e', '1,000'],
    ])
    expect(faults).toEqual(['unclosed-quote@1,2'])
  })

  it('gives up a quoted cell of more than a megabyte, at every chunk size alike', () => {
    const bytes = utf8(`a,"b\n${`${'x'.repeat(99)},y\n`.repeat(11_000)}"\n`)
    const whole = tokenize(bytes)
    expect(whole.rows).toHaveLength(11_002)
    expect(whole.faults).toEqual(['unclosed-quote@1,2', 'unclosed-quote@11002,1'])
    expect(tokenize(bytes, { size: 65_521 })).toEqual(whole)
  })

  it('stops at a line of more than two megabytes', () => {
    const { faults } = tokenize(utf8(`a\n${'x'.repeat(3_000_000)}`))
    expect(faults).toEqual(['row-too-long@2,1'])
  })

  it('reads more columns than its first arrays hold, quoted ones too', () => {
    const wide = Array.from({ length: 300 }, (_, i) => (i % 64 === 0 ? `q,${i}` : `c${i}`))
    expect(tokenize(utf8(print([wide], '\n'))).rows).toEqual([wide])
  })

  it('gives back what was printed', () => {
    fc.assert(
      fc.property(tables, fc.constantFrom('\n', '\r\n'), (table, newline) => {
        expect(tokenize(utf8(print(table, newline))).rows).toEqual(table)
      }),
    )
  })

  it('agrees with csv-parse and PapaParse', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const text = print(table, '\n')
        fc.pre(text !== '\n')
        const { rows } = tokenize(utf8(text))
        expect(rows).toEqual(parse(text, { recordDelimiter: '\n' }))
        expect(rows).toEqual(Papa.parse(text.slice(0, -1), { delimiter: ',', newline: '\n' }).data)
      }),
    )
  })

  it('gives the same at every chunk size', () => {
    const bytes = fc.oneof(
      tables.map((table) => utf8(print(table, '\r\n'))),
      fc.array(fc.constantFrom(...utf8('a",\r\n地'))).map((list) => Uint8Array.from(list)),
    )
    fc.assert(
      fc.property(bytes, fc.constantFrom(1, 2, 3, 7, 4096), (content, size) => {
        expect(tokenize(content, { size })).toEqual(tokenize(content))
      }),
    )
  })
})
