import { expect, test } from 'vitest'
import { segmentsOf } from './segments.ts'

test('a whole line is one segment', () => {
  expect(segmentsOf([{ name: 'a', values: [1, 2] }])).toEqual([
    { name: 'a', values: [1, 2], line: 0, last: true },
  ])
})

test('a line is interrupted where its series breaks', () => {
  const found = segmentsOf([
    { name: 'a', values: [1, 2, 3], breaks: [2] },
    { name: 'b', values: [4, 5, 6] },
  ])
  expect(found.map(({ values, line, last }) => [values, line, last])).toEqual([
    [[1, 2, null], 0, false],
    [[null, null, 3], 0, true],
    [[4, 5, 6], 1, true],
  ])
})

test('breaks before the first and beyond the last value change nothing', () => {
  const whole = [{ name: 'a', values: [1, null], line: 0, last: true }]
  expect(segmentsOf([{ name: 'a', values: [1, null], breaks: [0, 1, 5] }])).toEqual(whole)
  expect(segmentsOf([{ name: 'a', values: [null], breaks: [] }])).toHaveLength(1)
})
