import { expect, test } from 'vitest'
import { sparkPath } from './sparkline.ts'

const box = { width: 106, height: 26 }

test('a line runs from the lowest to the highest, and ends in a dot', () => {
  expect(sparkPath([1, 3, 2], box)).toEqual({
    line: 'M3 23L53 3L103 13',
    dots: [[103, 13]],
    breaks: [],
  })
})

test('a gap breaks the line, and a value alone is a dot', () => {
  expect(sparkPath([1, null, 3], box)).toEqual({
    line: 'M3 23M103 3',
    dots: [
      [3, 23],
      [103, 3],
    ],
    breaks: [],
  })
})

test('equal values lie in the middle; none draw nothing', () => {
  expect(sparkPath([2, 2], box).line).toBe('M3 13L103 13')
  expect(sparkPath([null], box)).toEqual({ line: '', dots: [], breaks: [] })
})

test('a break interrupts the line between two values that stand side by side', () => {
  expect(sparkPath([1, 3, 2], { ...box, breaks: [1, 0, 9] })).toEqual({
    line: 'M3 23M53 3L103 13',
    dots: [
      [3, 23],
      [103, 13],
    ],
    breaks: [28],
  })
})
