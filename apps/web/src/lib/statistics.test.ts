import { expect, test } from 'vitest'
import { histogram, median, percentilePosition } from './statistics.ts'

test('the median of an even number is between the two middle values', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5)
  expect(median([3, 1, 2])).toBe(2)
  expect(median([])).toBeNull()
})

test('the position counts those below, and half of those level', () => {
  expect(percentilePosition(3, [1, 2, 3])).toBe(1)
  expect(percentilePosition(1, [1, 2, 3])).toBe(0)
  expect(percentilePosition(2, [1, 2, 2, 3])).toBe(0.5)
  expect(percentilePosition(1, [1])).toBeNull()
})

test('every value falls into one bin, the largest into the last', () => {
  const bins = histogram([0, 1, 2, 3, 4], 2)
  expect(bins.map(({ count }) => count)).toEqual([2, 3])
  expect(histogram([5, 5], 4)).toEqual([{ from: 5, to: 5, count: 2 }])
  expect(histogram([], 4)).toEqual([])
})
