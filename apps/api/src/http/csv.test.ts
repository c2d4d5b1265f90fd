import { expect, test } from 'vitest'
import { toCsv } from './csv.ts'

const line = (cells: (string | number | null)[]) => toCsv([cells]).slice(1).trimEnd()

test.each([
  [['=1+1'], "'=1+1"],
  [['＝1'], "'＝1"],
  [['+x'], "'+x"],
  [['-a'], "'-a"],
  [['@f'], "'@f"],
  [['\u200b=1'], "'\u200b=1"],
  [[' =1'], "' =1"],
  [['\u202e\u0000@f'], "'\u202e\u0000@f"],
  [[' 1'], ' 1'],
  [[-12.5], '-12.5'],
  [[1e21], '1e+21'],
  [[null, ''], ','],
  [['a,b', 'c"d', 'e\nf'], '"a,b","c""d","e\nf"'],
  [['=a,b'], '"\'=a,b"'],
])('%j is written as %s', (cells, expected) => {
  expect(line(cells)).toBe(expected)
})

test('Excel sees UTF-8 by the mark', () => {
  expect(toCsv([['a']]).charCodeAt(0)).toBe(0xfeff)
})
