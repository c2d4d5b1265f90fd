import { describe, expect, it } from 'vitest'
import { readAll, readTable } from './index.ts'
import { readInChunks } from './testing/chunks.ts'
import { codes, gb18030, lines, utf8 } from './testing/encode.ts'

describe('uncommon quoting is found and read', () => {
  it('apostrophes, with an apostrophe inside a word', () => {
    const { dialect, records } = readTable(
      utf8("zone,note\n'A, B','it's 5\" wide'\n'C','d'\nE,'f, ''g'''\n"),
    )
    expect(dialect).toMatchObject({ delimiter: ',', quote: "'" })
    expect(records).toEqual([
      ['zone', 'note'],
      ['A, B', 'it\'s 5" wide'],
      ['C', 'd'],
      ['E', "f, 'g'"],
    ])
  })

  it('backslashes before quotes, and before nothing else', () => {
    const { dialect, records } = readTable(
      utf8('a,b,c\n1,"x \\"y\\", z",2\n3,"C:\\\\dir\\n",4\n5,6,\\"\n'),
    )
    expect(dialect).toMatchObject({ quote: '"', escape: '\\' })
    expect(records).toEqual([
      ['a', 'b', 'c'],
      ['1', 'x "y", z', '2'],
      ['3', 'C:\\dir\\n', '4'],
      ['5', '6', '\\"'],
    ])
  })

  it('a blank after each delimiter, before the quotes', () => {
    const { dialect, records } = readTable(utf8('a, "b, c", d\n1, "2, 3", 4\n5, "6", "7"\n'))
    expect(dialect).toMatchObject({ padded: true })
    expect(records).toEqual([
      ['a', 'b, c', 'd'],
      ['1', '2, 3', '4'],
      ['5', '6', '7'],
    ])
  })

  it('through both passes, in GB18030 and in chunks of any size', () => {
    const text = "园区,年份,'税收(万元)'\n'天府, 一区',2022,'1,200'\n'高新 \"西\" 区',2022,88\n"
    const bytes = gb18030(text)
    const file = readAll(bytes)
    expect(file.plan.quote).toBe("'")
    expect(lines(file)).toEqual(['天府, 一区|2022|tax=1200万元', '高新 "西" 区|2022|tax=88万元'])
    for (const size of [1, 2, 3, 7]) {
      expect(readInChunks(bytes, size)).toEqual(readInChunks(bytes, bytes.length))
    }
  })

  it('but not where a lone apostrophe marks text, as Excel writes it', () => {
    const { dialect, records } = readTable(utf8("园区,代码\n天府,'00123\n高新,'00456\n"))
    expect(dialect.quote).toBe('"')
    expect(records[1]).toEqual(['天府', "'00123"])
  })
})

describe('what a raw table says', () => {
  it('of a file without a second column', () => {
    const text = '"one, two"\nthree\nfour; five\nsix | seven\n'
    expect(readTable(utf8(text))).toMatchObject({ single: true, dialect: { delimiter: ',' } })
  })

  it('of an empty file and of another kind of file', () => {
    expect(readTable(utf8('')).records).toEqual([])
    const pdf = readTable(utf8('%PDF-1.7\na,b\n'))
    expect(pdf).toMatchObject({ container: 'pdf', records: [] })
  })

  it('by the encoding and delimiter that a person names', () => {
    const bytes = Uint8Array.of(...utf8('caf'), 0xe9, ...utf8(';1,5\n'))
    const { records } = readTable(bytes, { encoding: 'latin1', delimiter: ';' })
    expect(records).toEqual([['café', '1,5']])
  })
})

const EUC_KR = [
  ...[0xc1, 0xf6, 0xbf, 0xaa, 0x2c, 0xb0, 0xa1, 0xb3, 0xaa, 0xb4, 0xd9, 0xb6, 0xf3, 0xb8, 0xb6],
  ...[0xb9, 0xd9, 0xbb, 0xe7, 0xbe, 0xc6, 0xc0, 0xda, 0xc2, 0xf7, 0xc4, 0xab, 0xc5, 0xb8, 0xc6],
  ...[0xc4, 0xc7, 0xcf, 0xb0, 0xc5, 0xb3, 0xca, 0xb4, 0xf5, 0xb7, 0xaf, 0xb8, 0xd3, 0xb9, 0xf6],
  ...[0xbc, 0xad, 0xbe, 0xee, 0xc0, 0xfa, 0xc3, 0xb3, 0xc4, 0xbf, 0xc5, 0xcd, 0xc6, 0xdb, 0xc8],
  ...[0xf7, 0x0a, 0xb0, 0xa1, 0x2c, 0x31, 0x0a],
]

describe('encodings of other places', () => {
  const kana = [0x82, 0xa0, 0x82, 0xa2, 0x82, 0xa4, 0x82, 0xa6, 0x82, 0xa8, 0x82, 0xa9]
  const eucKana = [0xa4, 0xa2, 0xa4, 0xa4, 0xa4, 0xa6, 0xa4, 0xa8, 0xa4, 0xaa, 0xa4, 0xab]

  it.each([
    ['shift_jis', [...kana, 0x2c, 0x31, 0x0a], 'あいうえおか'],
    ['euc-jp', [...eucKana, 0x2c, 0x31, 0x0a], 'あいうえおか'],
    ['euc-kr', EUC_KR, '지역'],
    ['windows-1252', [0x63, 0x61, 0x66, 0xe9, 0x2c, 0x31, 0x0a], 'café'],
  ])('%s', (name, bytes, first) => {
    const { dialect, records } = readTable(Uint8Array.from(bytes))
    expect(dialect.encoding).toBe(name)
    expect(records[0]?.[0]).toBe(first)
  })

  it.each([
    ['utf-32le', 0, true],
    ['utf-32be', 3, true],
    ['utf-32le', 0, false],
    ['utf-32be', 3, false],
  ])('%s, low byte at %i, with BOM %s', (name, low, marked) => {
    const text = `${marked ? '\ufeff' : ''}园区,年份,税收(万元)\n天府𠮷,2022,1\n`
    const bytes = Array.from(text).flatMap((c) => {
      const point = c.codePointAt(0) ?? 0
      const unit = [point & 255, (point >> 8) & 255, point >> 16, 0]
      return low === 0 ? unit : unit.reverse()
    })
    const file = readAll(Uint8Array.from(bytes))
    expect(file.plan).toMatchObject({ encoding: name, bom: marked, newline: 'lf' })
    expect(lines(file)).toEqual(['天府𠮷|2022|tax=1万元'])
    const cut = readAll(Uint8Array.from(bytes.slice(0, -2)))
    expect(codes(cut)).toContain('truncated-file@-,-')
  })

  it('refuses Johab by its name', () => {
    const bytes = [0x0a]
    for (let first = 2; first < 20; first++) {
      for (const vowel of [3, 5, 7]) {
        const code = 0x8000 | (first << 10) | (vowel << 5) | 1
        bytes.push(code >> 8, code & 255)
      }
    }
    const file = readAll(Uint8Array.from(bytes))
    expect(file.problems).toMatchObject([{ code: 'encoding-unsupported', text: 'johab' }])
    expect(readTable(Uint8Array.from(bytes)).records).toEqual([])
  })

  it('refuses EUC-TW by its name', () => {
    const bytes = Array.from({ length: 30 }, (_, i) => [0xc4 + i, 0xa1 + i * 2]).flat()
    const file = readAll(Uint8Array.from([...bytes, 0x2c, 0x31, 0x0a]))
    expect(file.problems).toMatchObject([{ code: 'encoding-unsupported', text: 'euc-tw' }])
  })

  it('refuses letters of a code page that it cannot name', () => {
    const cyrillic = Array.from('Регион,Год,Население\nМосква,2020,12\nСамара,2020,1\n', (c) => {
      const point = c.codePointAt(0) ?? 0
      return point < 0x80 ? point : point - 0x410 + 0xc0
    })
    const file = readAll(Uint8Array.from(cyrillic))
    expect(file.problems).toMatchObject([{ code: 'encoding-unsupported', text: 'unknown-8bit' }])
  })

  it('does not take Chinese for any of them', () => {
    for (const text of ['园区,税收\n高新,1\n', '编号,备注\n１,ABC 公司\n', '安保,北部\n安,1\n']) {
      expect(readTable(gb18030(text)).dialect.encoding).toBe('gb18030')
    }
  })
})

describe('bytes that are valid in two encodings', () => {
  // 一 = D2 BB, in UTF-8 the Cyrillic letter U+04BB.
  it('prefer GB18030 and say so, even for a single hanzi', () => {
    const bytes = Uint8Array.of(...utf8('a,b\n1,'), 0xd2, 0xbb, 0x0a)
    const file = readAll(bytes)
    expect(file.plan.encoding).toBe('gb18030')
    expect(file.plan.sample[0]).toEqual(['1', '一'])
    expect(file.problems).toContainEqual(
      expect.objectContaining({ code: 'encoding-preferred', severity: 'info', text: 'gb18030' }),
    )
    expect(readAll(bytes, { encoding: 'utf-8' }).plan.sample[0]).toEqual(['1', 'һ'])
  })

  it('stay UTF-8 where they are £, é and the like', () => {
    const file = readAll(utf8('zone,cost\nCafé,£5\n'))
    expect(file.plan.encoding).toBe('utf-8')
    expect(codes(file)).not.toContain('encoding-preferred@-,-')
  })
})
