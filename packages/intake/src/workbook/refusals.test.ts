import { writeXlsx } from 'hucre'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesSource, openWorkbook, problemText } from '../index.ts'
import { problem } from '../problem.ts'
import { utf8 } from '../testing/encode.ts'
import { bookParts, refusal, rows, workbook } from '../testing/workbook.ts'
import { zip } from '../testing/zip.ts'

const small = { sheets: [{ name: 's', data: rows(['a', 'b'], [1, 2]) }] }

describe('what is no workbook is refused by its kind', () => {
  const types = { name: '[Content_Types].xml', bytes: utf8('<Types/>') }
  const named = (...names: string[]) => zip(names.map((name) => ({ name, bytes: utf8('x') })))
  const ole = (text: string) => {
    const bytes = new Uint8Array(2048)
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    for (let i = 0; i < text.length; i++) bytes[1024 + i * 2] = text.charCodeAt(i)
    return bytes
  }

  it.each([
    ['xls', ole('Workbook')],
    ['encrypted', ole('EncryptedPackage')],
    ['xlsb', named('[Content_Types].xml', 'xl/workbook.bin')],
    ['ods', named('mimetype', 'content.xml')],
    ['zip', named('a.txt')],
    ['zip', named('[Content_Types].xml', 'word/document.xml')],
    ['zip', zip([types])],
    ['damaged', utf8('园区,税收\n')],
    ['damaged', new Uint8Array(0)],
    ['damaged', workbook(small).slice(0, -30)],
  ])('%s', async (kind, bytes) => {
    expect(await refusal(bytes)).toBe(kind)
    for (const lang of ['zh', 'en'] as const) {
      const words = problemText(problem('not-a-table', { params: { kind } }), lang)
      const plain = problemText(problem('not-a-table'), lang)
      expect(words).not.toEqual(plain)
    }
  })

  it('a workbook with a password, as Excel writes it', async () => {
    const sheets = [{ name: 's', rows: [['a', 1]] }]
    const bytes = await writeXlsx({ sheets, encryption: { password: 'x', spinCount: 100 } })
    expect(await refusal(bytes)).toBe('encrypted')
    const words = problemText(problem('not-a-table', { params: { kind: 'encrypted' } }), 'zh')
    expect(words.hint).toContain('密码')
  })
})

describe('bombs', () => {
  const bomb = (bytes: Uint8Array, rest = {}) =>
    zip([
      ...bookParts(small).filter(({ name }) => !name.includes('worksheets')),
      { name: 'xl/worksheets/s1.xml', bytes, ...rest },
    ])

  it('a sheet that swells without end is refused long before it is expanded', async () => {
    const blanks = new Uint8Array(64 * 1024 * 1024).fill(0x20)
    expect(await refusal(bomb(blanks))).toBe('expands-too-much')
    expect(await refusal(bomb(blanks, { expanded: 10 }))).toBe('expands-too-much')
  })

  it('caps hold for bytes, cells, sheets and rows', async () => {
    const book = workbook(small)
    expect(await refusal(book)).toBe('read')
    expect(await refusal(book, { sheetBytes: 50 })).toBe('expands-too-much')
    expect(await refusal(book, { cells: 3 })).toBe('too-many-cells')
    expect(await refusal(book, { sheets: 0 })).toBe('expands-too-much')
    const late = '<row r="1048577"><c r="A1048577"><v>1</v></c></row>'
    expect(await refusal(workbook({ sheets: [{ name: 's', data: late }] }))).toBe('damaged')
  })

  it('no entity grows', async () => {
    const bytes = utf8(
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>',
    )
    expect(['read', 'damaged']).toContain(await refusal(bomb(bytes)))
  })
})

describe('damage', () => {
  it('is found where a number would be wrong', async () => {
    const parts = bookParts(small)
    const wrong = parts.map((p) => (p.name.includes('worksheets') ? { ...p, crc: 1 } : p))
    expect(await refusal(zip(wrong))).toBe('damaged')
    const index = '<row><c t="s"><v>7</v></c></row>'
    expect(await refusal(workbook({ sheets: [{ name: 's', data: index }], strings: [] }))).toBe(
      'damaged',
    )
    const turned = '<row r="2"><c><v>1</v></c></row><row r="1"><c><v>2</v></c></row>'
    expect(await refusal(workbook({ sheets: [{ name: 's', data: turned }] }))).toBe('damaged')
  })

  it('any bytes changed or cut give a value and never throw', async () => {
    const book = workbook(small)
    await fc.assert(
      fc.asyncProperty(
        fc.nat(book.length - 1),
        fc.nat(255),
        fc.boolean(),
        async (at, byte, cut) => {
          const bytes = cut ? book.slice(0, at) : Uint8Array.from(book)
          if (!cut) bytes[at] = byte
          expect(typeof (await refusal(bytes))).toBe('string')
        },
      ),
      { numRuns: 300, seed: 7 },
    )
  })

  it('what the caller throws while it writes is its own', async () => {
    const opened = await openWorkbook(bytesSource(workbook(small)))
    if (!opened.ok) throw new Error(opened.kind)
    const full = opened.value.readSheet(0, () => {
      throw new Error('disk full')
    })
    await expect(full).rejects.toThrow('disk full')
  })
})
