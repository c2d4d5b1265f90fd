import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY, NUMBER, OTHER, parsed, parseNumber } from './number.ts'
import { utf8 } from './testing/encode.ts'

function parse(text: string): number | 'empty' | 'other' {
  const bytes = utf8(text)
  const kind = parseNumber(bytes, 0, bytes.length)
  if (kind === EMPTY) return 'empty'
  return kind === OTHER ? 'other' : parsed.value
}

describe('numbers from bytes', () => {
  it.each([
    ['12', 12],
    ['-0.5', -0.5],
    ['  7\t', 7],
    ['1,234.5', 1234.5],
    ['1,234,567', 1234567],
    ['12.5%', 12.5],
    ['123456789012345', 123456789012345],
    ['0.1', 0.1],
    ['', 'empty'],
    [' \t', 'empty'],
    ['1,23', 'other'],
    ['12,34,567', 'other'],
    ['1234,567', 'other'],
    ['1.2.3', 'other'],
    ['.5', 'other'],
    ['5.', 'other'],
    ['-', 'other'],
    ['%', 'other'],
    ['1e5', 'other'],
    ['1234567890123456', 'other'],
    ['１２', 'other'],
  ])('%j', (text, value) => {
    expect(parse(text)).toBe(value)
  })

  it('rounds as the language does', () => {
    const decimals = fc.tuple(
      fc.integer({ min: 0, max: 99999999 }),
      fc.integer({ min: 0, max: 999999 }),
    )
    fc.assert(
      fc.property(decimals, ([whole, rest]) => {
        const text = `${whole}.${rest}`
        expect(parse(text)).toBe(Number(text))
      }),
    )
  })

  it('marks percent', () => {
    const bytes = utf8('3%')
    expect(parseNumber(bytes, 0, 2)).toBe(NUMBER)
    expect(parsed.percent).toBe(true)
  })
})
