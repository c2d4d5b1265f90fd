import { describe, expect, it } from 'vitest'
import { createProbe, readAll } from './index.ts'
import { codes, gb18030, lines, utf16, utf8 } from './testing/encode.ts'

const table = '园区,年份,税收(万元)\r\n天府软件园,2022,1200.5\r\n高新综合保税区,2023,"1,300"\r\n'
const expected = ['天府软件园|2022|tax=1200.5万元', '高新综合保税区|2023|tax=1300万元']

function encodingOf(bytes: Uint8Array) {
  const probe = createProbe()
  probe.push(bytes)
  return probe.end()
}

describe('the encoding is proved', () => {
  it.each([
    ['utf-8', utf8(table), false],
    ['utf-8', utf8(table, true), true],
    ['gb18030', gb18030(table), false],
    ['utf-16le', utf16(table), true],
    ['utf-16be', utf16(table, { big: true }), true],
    ['utf-16le', utf16(table, { bom: false }), false],
    ['utf-16be', utf16(table, { big: true, bom: false }), false],
  ])('%s', (encoding, bytes, bom) => {
    const file = readAll(bytes)
    expect(file.plan.encoding).toBe(encoding)
    expect(file.plan.bom).toBe(bom)
    expect(file.plan.newline).toBe('crlf')
    expect(lines(file)).toEqual(expected)
  })

  it('reads Big5, whose bytes are nearly all valid GB18030', () => {
    const big5 = [0xb6, 0xe9, 0xb0, 0xcf, 0x2c, 0x7a, 0x0a, 0xa5, 0x78, 0xa5, 0x5f, 0x2c, 0x31]
    expect(encodingOf(Uint8Array.from(big5)).encoding.encoding).toBe('big5')
  })

  it('prefers GB18030 where UTF-8 passes only by accident, and says so', () => {
    const file = readAll(Uint8Array.of(0xd2, 0xbb, 0xd2, 0xbb, 0x2c, 0x32, 0x30, 0x0a))
    expect(file.plan.encoding).toBe('gb18030')
    expect(codes(file)).toContain('encoding-preferred@-,-')
  })

  it('does not take accented Latin for Chinese', () => {
    expect(encodingOf(utf8('zone,café\nKraków,1\n')).encoding.encoding).toBe('utf-8')
    expect(encodingOf(utf8('zone,area\nŁódź,1\n')).encoding.encoding).toBe('utf-8')
  })

  it('keeps the rest of a file with a row pasted in another encoding', () => {
    const bytes = [
      ...utf8('园区名称,年份,税收(万元)\n天府软件园,2022,1\n'),
      ...gb18030('高新区,2022,2\n'),
      ...utf8('锦江工业园,2022,3\n'),
    ]
    const file = readAll(Uint8Array.from(bytes))
    expect(file.plan.encoding).toBe('utf-8')
    expect(lines(file)).toEqual(['天府软件园|2022|tax=1万元', '锦江工业园|2022|tax=3万元'])
    expect(codes(file)).toContain('encoding-mixed@3,1')
  })

  it('transcodes GBK with a delimiter that can be a second byte', () => {
    const file = readAll(gb18030('园区|年份|税收(万元)\n天府|2022|1\n高新|2022|2\n'))
    expect(file.plan.delimiter).toBe('|')
    expect(lines(file)).toEqual(['天府|2022|tax=1万元', '高新|2022|tax=2万元'])
  })

  it('tells of a file cut inside a character', () => {
    const whole = utf8('园区,年份,税收(万元)\n天府,2022,1\n高新')
    expect(codes(readAll(whole.subarray(0, whole.length - 1)))).toContain('truncated-file@-,-')
  })

  it('takes the word of a person', () => {
    expect(readAll(gb18030(table), { encoding: 'gbk' }).plan.encoding).toBe('gb18030')
  })
})

describe('what is not a table', () => {
  it.each([
    ['xlsx', [0x50, 0x4b, 3, 4, ...utf8('[Content_Types].xml')]],
    ['pdf', [...utf8('%PDF-1.7')]],
    ['png', [0x89, 0x50, 0x4e, 0x47]],
    ['html', [...utf8('<!DOCTYPE html><html>')]],
    ['binary', Array.from({ length: 99 }, (_, i) => i % 5)],
  ])('%s', (kind, bytes) => {
    const file = readAll(Uint8Array.from(bytes))
    expect(file.problems).toMatchObject([{ code: 'not-a-table', text: kind }])
  })

  it('survives NUL bytes', () => {
    const file = readAll(utf8('园区,年份,税收(万元)\n天府\0,2022,1\0\n'))
    expect(lines(file)).toEqual(['天府|2022|tax=1万元'])
    expect(codes(file)).toContain('nul-byte@-,-')
  })
})

it('what is kept of a file is a copy, for whoever sends its bytes may use their memory again', () => {
  const probe = createProbe()
  const lent = Buffer.alloc(40_000, utf8('园区,甲,1\n'))
  probe.push(lent)
  lent.fill(0)
  const { head, tail } = probe.end()
  expect([head.length, tail.length]).toEqual([40_000, 16 * 1024])
  expect([head, tail].some((bytes) => bytes.includes(0))).toBe(false)
})
