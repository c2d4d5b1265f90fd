import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleRecords } from './records.ts'
import { isUncommon, Rewriter, type Quoting } from './rewrite.ts'
import { utf8 } from './testing/encode.ts'

const cell = fc
  .array(fc.constantFrom("'", '"', '\\', ',', '\n', ' ', 'a', '亩', '1'), { maxLength: 6 })
  .map((parts) => parts.join(''))
const table = fc.integer({ min: 1, max: 4 }).chain((width) => {
  return fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 })
})

function cellsOf(text: string, quoting: Quoting, size: number): string[][] {
  const rewriter = new Rewriter(',', quoting)
  let out = ''
  for (let i = 0; i < text.length; i += size) out += rewriter.push(text.slice(i, i + size))
  const bytes = utf8(out + rewriter.end())
  const options = { delimiter: 0x2c, quote: '"', limit: 1000, whole: true }
  return sampleRecords(bytes, options).map(({ cells }) => cells)
}

const print = (rows: string[][], between: string, quote: (text: string) => string) =>
  rows.map((row) => row.map(quote).join(between) + '\n').join('')

const WAYS: [string, Quoting, string, (text: string) => string][] = [
  ['apostrophes', { quote: "'" }, ',', (text) => `'${text.replaceAll("'", "''")}'`],
  [
    'backslashes',
    { quote: '"', escape: '\\' },
    ',',
    (text) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`,
  ],
  ['blanks', { quote: '"', padded: true }, ', ', (text) => `"${text.replaceAll('"', '""')}"`],
]

describe.each(WAYS)('%s', (_, quoting, between, quote) => {
  it('give back every table that was printed, in chunks of any size', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 9 }), (rows, size) => {
        expect(isUncommon(quoting)).toBe(true)
        expect(cellsOf(print(rows, between, quote), quoting, size)).toEqual(rows)
      }),
      { numRuns: 500 },
    )
  })

  it('leave cells without quotes as they are', () => {
    expect(cellsOf('C:\\dir,5" x,"\nb,c\n', { ...quoting, quote: "'" }, 3)).toEqual([
      ['C:\\dir', '5" x', '"'],
      ['b', 'c'],
    ])
  })
})
