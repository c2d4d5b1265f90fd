import { describe, expect, test } from 'vitest'
import { isHonest, numbersOf } from './oracle.ts'

describe('what a cell can honestly stand for', () => {
  test.each([
    ['1,234.50', 1234.5],
    ['１２３', 123],
    ['(12.5)', -12.5],
    ['5%', 0.05],
    ['1.2亿元', 12_000],
    ['1e5', 100_000],
    ['9007199254740993', 9007199254740992],
    ['2(万元)', 2],
    ['0.1', 0.1],
    ['-0', 0],
  ])('%s may be read as %f', (cell, value) => {
    expect(isHonest(cell, value)).toBe(true)
  })

  test.each([
    ['1,234.50', 12345],
    ['12', 21],
    ['12', -12],
    ['0.1', 0.10000000000000002],
    ['1e309', Number.POSITIVE_INFINITY],
  ])('%s may not be read as %f', (cell, value) => {
    expect(isHonest(cell, value)).toBe(false)
  })

  test.each(['=1+1', '＝1', '1①', '12³', '2023-01-02', '1/2', '#REF!', '', '三'])(
    '%s is no number at all',
    (cell) => {
      expect(numbersOf(cell)).toEqual([])
    },
  )
})
