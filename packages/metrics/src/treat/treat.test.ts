import { describe, expect, test } from 'vitest'
import { availability, impute, screenedOut, treatOutliers } from '../index.ts'
import { expectClose } from '../testing/close.ts'

const calm = Array.from({ length: 20 }, (_, i) => i + 1)

describe('outliers', () => {
  test('one extreme value moves to the next', () => {
    const { values, method, points, before, after } = treatOutliers(Float64Array.of(...calm, 500))
    expect([method, points, values[20]]).toEqual(['winsorised', [20], 20])
    expect([before.pass, after.pass]).toEqual([false, true])
  })

  test('an extreme low value moves up', () => {
    const { values, points } = treatOutliers(Float64Array.of(...calm, -500))
    expect([points, values[20]]).toEqual([[20], 1])
  })

  test('ties move together', () => {
    const many = Array.from({ length: 60 }, (_, i) => i)
    const { points, values } = treatOutliers(Float64Array.of(...many, 900, 900))
    expect(points).toEqual([60, 61])
    expect([values[60], values[61]]).toEqual([59, 59])
  })

  test('more than five points: the logarithm of the values as they were', () => {
    const wild = Float64Array.from({ length: 200 }, (_, i) => Math.exp(i / 8))
    const { values, method, points } = treatOutliers(wild)
    const range = Math.exp(199 / 8) - 1
    expect([method, points]).toEqual(['log', []])
    expectClose(
      values,
      wild.map((x) => Math.log(x - 1 + 0.01 * range)),
      1e-9,
    )
    expect(treatOutliers(wild, { log: false }).method).toBe('winsorised')
  })

  test('as many points as allowed and no more', () => {
    const two = Float64Array.of(...calm, 500, 600)
    expect(treatOutliers(two, { points: 2 }).points).toEqual([20, 21])
    expect(treatOutliers(two, { points: 1 }).method).toBe('log')
    expect(treatOutliers(two, { points: 1, log: false }).points).toEqual([21])
  })

  test('a left tail is turned over for the logarithm, and keeps its order', () => {
    const wild = Float64Array.from({ length: 200 }, (_, i) => -Math.exp(i / 8))
    const { values, method } = treatOutliers(wild)
    expect(method).toBe('log')
    expect([...values].every((x, i) => i === 0 || x < values[i - 1]!)).toBe(true)
  })

  test.each([[[1, 2, 300]], [[5, 5, 5, 5]], [[]]])('%j is not tested', (values) => {
    expect(treatOutliers(Float64Array.from(values)).method).toBe('too-few')
  })

  test('a gap stays a gap', () => {
    expect(treatOutliers(Float64Array.of(...calm, NaN, 500)).values[20]).toBeNaN()
  })
})

describe('gaps', () => {
  const values = Float64Array.of(1, NaN, 6, 2, NaN, NaN)
  const groups = ['a', 'a', 'b', 'a', 'b', 'c']

  test.each([
    ['mean', [1, 3, 6, 2, 3, 3]],
    ['median', [1, 2, 6, 2, 2, 2]],
    ['group-mean', [1, 1.5, 6, 2, 6, NaN]],
    ['group-median', [1, 1.5, 6, 2, 6, NaN]],
  ] as const)('%s', (fill, expected) => {
    expect([...impute(values, fill, groups)]).toEqual(expected)
  })

  test('what there is nothing for stays missing', () => {
    expect([...impute(Float64Array.of(NaN), 'mean')]).toEqual([NaN])
    expect([...impute(Float64Array.of(1, NaN), 'group-mean', ['a', null])]).toEqual([1, NaN])
  })

  test('the share of the data that is there', () => {
    const columns = [Float64Array.of(1, NaN, NaN), Float64Array.of(1, 2, NaN)]
    const { zones, criteria } = availability(columns)
    expectClose(zones, [1, 0.5, 0], 1e-12)
    expectClose(criteria, [1 / 3, 2 / 3], 1e-12)
    expect(screenedOut(columns, 0.5)).toEqual([2])
    expect(screenedOut(columns, 0.65)).toEqual([1, 2])
  })

  test('ten tenths are all', () => {
    expect(screenedOut(Array(10).fill(Float64Array.of(1)), 1)).toEqual([])
  })
})
