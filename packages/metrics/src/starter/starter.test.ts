import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnOf } from '../column.ts'
import { indicatorById } from '../indicators/catalogue.ts'
import { cells } from '../testing/arbitraries.ts'
import {
  STARTER_DENOMINATORS,
  STARTER_INDICATOR,
  starterBeside,
  starterProgress,
} from './starter.ts'

const raw = (given: Parameters<typeof columnOf>[0]) => columnOf(given, null)

test('three zones, one denser in its starter zone, one without a planned area', () => {
  const found = starterBeside(raw([90, 10, 50]), raw([9, 20, 'zero-denominator']))
  expect(Array.from(found.times)).toEqual([10, 0.5, NaN])
  expect(found).toMatchObject({ compared: 2, denser: 1, middle: 5.25 })
})

test('nothing to compare', () => {
  expect(starterBeside(raw([null]), raw([4]))).toMatchObject({ compared: 0, middle: null })
  expect(starterBeside(raw([3]), raw([0]))).toMatchObject({ compared: 0, denser: 0 })
})

test('progress: medians of those that report, moves of those that report twice', () => {
  const [first, second, third] = starterProgress(
    [raw([1, 3, null]), raw([2, 2, 10]), raw([5, null, 10])],
    (zone, period) => zone === 0 && period === 2,
  )
  expect(first).toEqual({ middle: 2, zones: 2, moved: null })
  expect(second).toEqual({ middle: 2, zones: 3, moved: { compared: 2, up: 1, down: 1 } })
  // Zone 0 was cut anew, zone 1 is silent, zone 2 stands still.
  expect(third).toEqual({ middle: 7.5, zones: 2, moved: { compared: 1, up: 0, down: 0 } })
  expect(starterProgress([])).toEqual([])
})

test('each denominator has its indicator', () => {
  for (const one of STARTER_DENOMINATORS) {
    expect(indicatorById(STARTER_INDICATOR[one])?.better).toBe('more')
  }
})

test('a zone denser than the whole is counted, and never more than are compared', () => {
  fc.assert(
    fc.property(cells(9), cells(9), (a, b) => {
      const { times, compared, denser, middle } = starterBeside(raw(a), raw(b))
      expect(times.filter((one) => !Number.isNaN(one))).toHaveLength(compared)
      expect(denser).toBeLessThanOrEqual(compared)
      expect(middle === null).toBe(compared === 0)
      expect(times.every((one) => Number.isNaN(one) || Number.isFinite(one))).toBe(true)
    }),
    { numRuns: 200, seed: 24 },
  )
})
