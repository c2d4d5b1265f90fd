import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  THRESHOLDS,
  boundIn,
  comparable,
  distanceToBound,
  indicatorById,
  thresholdsOf,
  unitOf,
  withinBound,
} from '../index.ts'

const OPEN = { low: null, high: null }

describe('the published thresholds', () => {
  test.each(THRESHOLDS.map((one) => [one.id, one] as const))('%s can be applied', (_, one) => {
    const unit = indicatorById(one.indicator)?.unit
    expect(unit && comparable(one.unit, unit)).toBe(true)
    expect(one.low ?? one.high).not.toBeNull()
    expect(one.low ?? -Infinity).toBeLessThan(one.high ?? Infinity)
    expect(one.version).toMatch(/^\d{4}$/u)
    for (const text of [one.place, one.source.title]) {
      expect(text.zh).not.toBe('')
      expect(text.en).not.toBe('')
    }
  })

  test('each has an id of its own', () => {
    expect(new Set(THRESHOLDS.map(({ id }) => id)).size).toBe(THRESHOLDS.length)
  })

  test('two parcels of one notice differ', () => {
    const asked = thresholdsOf('investment-intensity').filter(({ version }) => version === '2020')
    expect(asked.map(({ low }) => low)).toEqual([350, 529])
    expect(new Set(asked.map(({ source }) => source)).size).toBe(1)
    expect(thresholdsOf('no-such-indicator')).toEqual([])
  })

  test('two editions of one indicator', () => {
    const editions = thresholdsOf('building-coverage').map(({ version, low }) => [version, low])
    expect(editions).toEqual([
      ['2008', 30],
      ['2023', 40],
    ])
  })
})

describe('holding a value against a bound', () => {
  test.each([
    [360, { low: 350, high: null }, true, 10],
    [350, { low: 350, high: null }, true, 0],
    [300, { low: 350, high: null }, false, -50],
    [8, { low: null, high: 7 }, false, 1],
    [0.5, { low: 0.8, high: 1.25 }, false, -0.3],
    [1, { low: 0.8, high: 1.25 }, true, 0],
    [1.5, { low: 0.8, high: 1.25 }, false, 0.25],
  ])('%f in %o', (value, bound, within, distance) => {
    expect(withinBound(value, bound)).toBe(within)
    expect(distanceToBound(value, bound)).toBeCloseTo(distance, 12)
  })

  test('a bound without ends is kept by all and far from none', () => {
    expect(withinBound(1, OPEN)).toBe(true)
    expect(distanceToBound(1, OPEN)).toBeNull()
  })

  test('a bound in another unit', () => {
    const bound = { low: 350, high: null }
    const turned = boundIn(bound, unitOf('万元/亩'), unitOf('万元/公顷'))
    expect(turned).toEqual({ low: 5250, high: null })
    expect(boundIn(bound, unitOf('万元/亩'), unitOf('%'))).toBeNull()
  })

  test('a value outside two ends is at some distance, one inside at none', () => {
    const number = fc.double({ noNaN: true, min: -1e6, max: 1e6 })
    fc.assert(
      fc.property(number, number, number, (value, a, b) => {
        const bound = { low: Math.min(a, b), high: Math.max(a, b) }
        expect(distanceToBound(value, bound) === 0).toBe(withinBound(value, bound))
      }),
    )
  })
})
