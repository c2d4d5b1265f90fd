import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCell } from './cell.ts'
import { contextFor } from './values.ts'

function reading(text: string, unit: string | null = null, comma = false): unknown {
  const found = readCell(text, contextFor(unit, comma))
  if (found.ok) return found.value
  return found.problem === undefined ? found.reason : `${found.reason} ${found.problem}`
}

describe('cells that are not plain numbers', () => {
  it.each([
    ['１，２３４．５', 1234.5],
    ['１２％', 'unreadable percent-mismatch'],
    ["'12", 12],
    ['(1,234)', -1234],
    ['（5）', -5],
    ['+3', 3],
    ['−3', -3],
    ['1.5e3', 1500],
    ['¥1,200', 1200],
    ['-$5', -5],
    ['1 234 567', 1234567],
    ['3.2亿', 320000000],
    ['1.1万', 11000],
    ['.5', 0.5],
    ['12345678901234567', 12345678901234568],
    ['1 2', 'unreadable not-a-number'],
    ['100①', 'unreadable not-a-number'],
    ['12³', 'unreadable not-a-number'],
    ['①', 'unreadable not-a-number'],
    ['²5', 'unreadable not-a-number'],
    ['65~107', 'unreadable not-a-number'],
    ['3居/4居', 'unreadable not-a-number'],
    ['12,3x', 'unreadable not-a-number'],
    ['1.234,5', 'unreadable not-a-number'],
    ['1,5', 'unreadable not-a-number'],
    ['1-2', 'unreadable not-a-number'],
    ['(-5)', 'unreadable not-a-number'],
    ['1e309', 'unreadable number-overflow'],
    ['#REF!', 'unreadable excel-error-value'],
    ['#DIV/0!', 'unreadable excel-error-value'],
    ['#引用！', 'unreadable excel-error-value'],
    ['#名称?', 'unreadable excel-error-value'],
    ['#值!', 'unreadable excel-error-value'],
    ['错误:502', 'unreadable excel-error-value'],
    ['Err:508', 'unreadable excel-error-value'],
    ['#####', 'unreadable excel-error-value'],
    ['=A1+B1', 'unreadable formula-cell'],
    ['＝SUM(A1:A3)', 'unreadable formula-cell'],
    ['(0)', 0],
    ['120万元', 'unit-conflict unit-conflict'],
  ])('%j', (text, expected) => {
    expect(reading(text)).toBe(expected)
  })

  it.each([
    '',
    ' ',
    '-',
    '—',
    '–',
    '--',
    '…',
    '……',
    '/',
    'N/A',
    'NA',
    'null',
    '无',
    '暂 无',
    '未统计',
  ])('%j is not reported', (text) => {
    expect(reading(text)).toBe('not-reported')
  })

  it.each([
    ['不适用', 'not-applicable'],
    ['X', 'suppressed'],
    ['x', 'suppressed'],
    ['***', 'suppressed'],
    ['保密', 'suppressed'],
    ['待公布', 'not-yet-published'],
  ])('%j is %s', (text, reason) => {
    expect(reading(text)).toBe(reason)
  })

  it.each([
    ['12%', '%', 12],
    ['%', '%', 'not-reported bare-percent'],
    ['—%', '%', 'not-reported bare-percent'],
    ['1.2亿', '元', 120000000],
    ['1.2亿', '万元', 'unreadable ambiguous-number'],
    ['1.2亿元', '万元', 12000],
    ['300万元', '万元', 300],
    ['3亩', '万元', 'unit-conflict unit-conflict'],
  ])('%j under %s', (text, unit, expected) => {
    expect(reading(text, unit)).toBe(expected)
  })

  it('tells of what it has made plain', () => {
    const plain = contextFor('万元', false)
    expect(readCell('（5）', plain)).toEqual({ ok: true, value: -5, problem: 'bracket-negative' })
    expect(readCell('１２', plain)).toEqual({ ok: true, value: 12, note: 'fullwidth-normalised' })
    expect(readCell('—', plain)).toEqual({ ok: false, reason: 'not-reported', note: 'null-token' })
    expect(readCell('', plain)).toEqual({ ok: false, reason: 'not-reported' })
  })

  it('asks every cell for its unit where all others carry one', () => {
    const carried = contextFor('万元', false, { carried: true })
    expect(readCell('12万元', carried)).toEqual({ ok: true, value: 12 })
    expect(readCell('12', carried)).toMatchObject({ ok: false, problem: 'unit-conflict' })
  })

  it('rounds decimals of any length as the language does', () => {
    const decimals = fc.double({ noNaN: true, noDefaultInfinity: true })
    fc.assert(
      fc.property(decimals, (value) => {
        const text = String(Math.abs(value))
        expect(readCell(text, contextFor(null, false))).toMatchObject({ value: Number(text) })
      }),
    )
  })

  it('believes a decimal comma only where the column has proved it', () => {
    expect(reading('1.234,5', null, true)).toBe(1234.5)
    expect(reading('1.5', null, true)).toBe('unreadable not-a-number')
  })
})
