import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { readTable } from './index.ts'
import { gb18030, utf8 } from './testing/encode.ts'

const pieces = [
  '',
  ' ',
  '"',
  '""',
  ',',
  ';',
  '\t',
  '\n',
  '\r\n',
  'a"b',
  '地区',
  '税收（万元）',
  '1,234.5',
  "x'y'",
  '—',
]
const cell = fc
  .array(fc.constantFrom(...pieces, 'x', '亩', '0', '园'), { maxLength: 4 })
  .map((parts) => parts.join(''))
const table = fc.integer({ min: 2, max: 5 }).chain((width) =>
  fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 8,
  }),
)
const newline = fc.constantFrom('\n', '\r\n', '\r')
const delimiter = fc.constantFrom(',', ';', '\t', '|')
const encoding = fc.constantFrom<['utf-8' | 'gb18030', (text: string) => Uint8Array]>(
  ['utf-8', utf8],
  ['gb18030', gb18030],
)

interface Printed {
  rows: string[][]
  text: string
  newline: string
  delimiter: string
}

function print(rows: string[][], line: string, by: string): Printed {
  const quoted = (text: string) =>
    text === '' || /[",;\t|\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  const text = rows.map((row) => row.map(quoted).join(by) + line).join('')
  return { rows, text, newline: line, delimiter: by }
}

const printed = fc.tuple(table, newline, delimiter).map((parts) => print(...parts))

const own = (bytes: Uint8Array, delimiter: string, encoding: string) =>
  readTable(bytes, { delimiter, encoding }).records
const csvParse = ({ text, delimiter, newline }: Printed): string[][] =>
  parse(text, { delimiter, record_delimiter: newline, relax_column_count: true })
const papa = ({ text, delimiter, newline }: Printed): string[][] =>
  Papa.parse(text, { delimiter, newline }).data

describe('the same cells as', () => {
  it('csv-parse, PapaParse and the table that was printed, in UTF-8 and GB18030', () => {
    fc.assert(
      fc.property(printed, encoding, (file, [name, encode]) => {
        const got = own(encode(file.text), file.delimiter, name)
        expect(got).toEqual(file.rows)
        expect(csvParse(file)).toEqual(got)
        // PapaParse takes the last line end for the beginning of one more row.
        expect(papa(file)).toEqual([...got, ['']])
      }),
      { numRuns: 1000 },
    )
  })

  it('each other where rows differ in length', () => {
    const ragged = fc
      .tuple(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 6 }), { minLength: 1 }),
        newline,
        delimiter,
      )
      .map((parts) => print(...parts))
    fc.assert(
      fc.property(ragged, (file) => {
        const got = own(utf8(file.text), file.delimiter, 'utf-8')
        expect(csvParse(file)).toEqual(got)
        expect(papa(file)).toEqual([...got, ['']])
      }),
      { numRuns: 300 },
    )
  })
})

describe('by design they differ', () => {
  const cells = (text: string) => own(utf8(text), ',', 'utf-8')

  it('on a blank line: it is a row here and for PapaParse, so that rows count as in Excel', () => {
    const text = 'a,b\n\nc,d\n'
    expect(cells(text)).toEqual([['a', 'b'], [''], ['c', 'd']])
    expect(Papa.parse(text, { delimiter: ',', newline: '\n' }).data).toContainEqual([''])
    expect(parse(text, { skip_empty_lines: true })).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
  })

  it('on mixed line ends: all three kinds end a row here, one kind for the others', () => {
    const text = 'a,b\r\nc,d\ne,f\rg,h'
    expect(cells(text)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
      ['g', 'h'],
    ])
    expect(Papa.parse(text, { delimiter: ',', newline: '\r\n' }).data).toHaveLength(2)
  })

  it('on text after a closing quote: kept and told of here, refused by csv-parse', () => {
    const text = 'a,"b"c\nd,e\n'
    expect(readTable(utf8(text), { delimiter: ',' })).toMatchObject({
      records: [
        ['a', 'bc'],
        ['d', 'e'],
      ],
      faults: [{ code: 'stray-quote', row: 1, column: 2 }],
    })
    expect(() => parse(text)).toThrow('Invalid Closing Quote')
  })

  it('on a quote that is never closed: one cell here, all the rest for PapaParse', () => {
    const text = 'a,b\n"c,d\ne,f\n'
    expect(readTable(utf8(text), { delimiter: ',' })).toMatchObject({
      records: [
        ['a', 'b'],
        ['"c', 'd'],
        ['e', 'f'],
      ],
      faults: [{ code: 'unclosed-quote', row: 2, column: 1 }],
    })
    expect(() => parse(text)).toThrow('Quote Not Closed')
    expect(Papa.parse(text, { delimiter: ',', newline: '\n' }).data).toHaveLength(2)
  })
})
