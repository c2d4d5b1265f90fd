import { expect, test } from 'vitest'
import { columnOf } from '../column.ts'
import type { MissingReason } from '../measure.ts'
import { unitOf } from '../parse-unit.ts'
import { landFreed, shortfall, taxGained } from './gains.ts'
import { isotonic } from './isotonic.ts'
import { linkage, type LinkageRule } from './linkage.ts'

type Cells = readonly (number | null | MissingReason)[]
const land = (cells: Cells) => columnOf(cells, unitOf('亩'))
const intensity = (cells: Cells) => columnOf(cells, unitOf('万元/亩'))

function link(x: Cells, y: Cells, rule: LinkageRule) {
  const found = linkage(land(x), intensity(y), rule)
  if ('error' in found) throw new Error(found.error)
  return found
}

const MEDIAN: LinkageRule = { reference: { kind: 'median' }, tolerance: 0.1 }

test('the line that rises: a fall is averaged, a rise is kept', () => {
  const fit = (x: readonly number[], y: readonly number[]) =>
    Array.from(isotonic(Float64Array.from(x), Float64Array.from(y)))
  expect(fit([1, 2, 3], [10, 20, 30])).toEqual([10, 20, 30])
  expect(fit([1, 2, 3], [30, 20, 10])).toEqual([20, 20, 20])
  expect(fit([1, 2, 3, 4, 5, 6], [1, 3, 2, 4, 3.5, 5])).toEqual([1, 2.5, 2.5, 3.75, 3.75, 5])
  expect(fit([3, 1, 2], [30, 10, 20])).toEqual([30, 10, 20])
  expect(fit([1, 1, 2], [10, 30, 25])).toEqual([20, 20, 25])
  expect(fit([1, NaN, 3], [10, 5, NaN])).toEqual([10, NaN, NaN])
  expect(fit([], [])).toEqual([])
})

test('five zones beside their median of 300: four quadrants and the band', () => {
  const found = link([2000, 1000, 3000, 500, 1500], [200, 450, 400, 150, 300], MEDIAN)
  expect(found.split).toBe(1500)
  expect(found.classes).toEqual(['high-low', 'low-high', 'high-high', 'low-low', 'matched'])
  expect(Array.from(found.expected)).toEqual([300, 300, 300, 300, 300])
  expect(found.ratio[0]).toBeCloseTo(2 / 3, 12)
})

test('the band includes its edges, and without one only equality matches', () => {
  const rule = (tolerance: number): LinkageRule => ({
    reference: { kind: 'target', value: 100 },
    tolerance,
  })
  expect(link([1, 2, 3], [90, 110, 111], rule(0.1)).classes).toEqual([
    'matched',
    'matched',
    'high-high',
  ])
  expect(link([1, 2, 3], [99, 100, 101], rule(0)).classes).toEqual([
    'low-low',
    'matched',
    'high-high',
  ])
})

test.each([3, 7, 0.3, 130, 1e-3, 1e9])('the edges of %d ± 10 %% belong to the band', (value) => {
  const rule: LinkageRule = { reference: { kind: 'target', value }, tolerance: 0.1 }
  const edges = [value * 1.1, value * 0.9, value * 1.100001, value * 0.899999]
  expect(link([1, 2, 3, 4], edges, rule).classes).toEqual([
    ...['matched', 'matched', 'high-high', 'high-low'],
  ])
})

test('beside the fitted line a rising relation is matched throughout', () => {
  const fit: LinkageRule = { reference: { kind: 'fit' }, tolerance: 0 }
  expect(link([1, 2, 3], [5, 50, 500], fit).classes).toEqual(['matched', 'matched', 'matched'])
  expect(link([1, 2, 3], [500, 50, 5], fit).classes).toEqual(['low-high', 'high-low', 'high-low'])
})

test('a zone that lacks a side is named with its reason and moves nothing', () => {
  const found = link([1000, null, 'suppressed', 3000], [200, 9999, null, 400], MEDIAN)
  expect(found.excluded).toEqual([
    { zone: 1, side: 'x', reason: 'not-reported', fields: [] },
    { zone: 2, side: 'x', reason: 'suppressed', fields: [] },
  ])
  expect(found.split).toBe(2000)
  expect(found.expected[0]).toBe(300)
  expect(found.classes).toEqual(['low-low', null, null, 'high-high'])
  expect([found.expected[1], found.ratio[2]]).toEqual([NaN, NaN])
})

test('no zone with both sides: no split, nobody in a class', () => {
  const found = link([1, null], [null, 2], MEDIAN)
  expect(found).toMatchObject({ split: null, classes: [null, null] })
  expect(found.excluded.map(({ side }) => side)).toEqual(['y', 'x'])
})

test('a target must be above 0 and a tolerance from 0 to below 1', () => {
  const fault = (rule: LinkageRule) => linkage(land([1]), intensity([1]), rule)
  const error = 'target-not-positive'
  expect(fault({ reference: { kind: 'target', value: 0 }, tolerance: 0.1 })).toEqual({ error })
  expect(fault({ reference: { kind: 'target', value: Infinity }, tolerance: 0 })).toEqual({ error })
  expect(fault({ reference: { kind: 'median' }, tolerance: 1 })).toEqual({
    error: 'tolerance-outside-0-1',
  })
  expect(fault({ reference: { kind: 'median' }, tolerance: NaN })).toHaveProperty('error')
})

test('1,500 mu at 200 would need 1,000 at 300: 500 mu come free', () => {
  expect(landFreed({ land: 1500, value: 200, reference: 300 })).toBeCloseTo(500, 9)
  expect(landFreed({ land: 1500, value: 300, reference: 300 })).toBe(0)
  expect(landFreed({ land: 1500, value: 900, reference: 300 })).toBe(0)
  expect(landFreed({ land: 1500, value: 0, reference: 300 })).toBe(1500)
  expect(landFreed({ land: 1500, value: 1, reference: 0 })).toBeNaN()
})

test('1,500 mu at 8 instead of 12 万元 are 6,000 万元 a year', () => {
  expect(taxGained({ land: 1500, value: 8, reference: 12 })).toBe(6000)
  expect(taxGained({ land: 1500, value: 12, reference: 12 })).toBe(0)
  expect(taxGained({ land: 100, value: -2, reference: 3 })).toBe(500)
})

test('only zones below the band are lifted, the furthest below first', () => {
  const lands = [1000, 1000, 2000, 3000, null]
  const values = [100, 290, 150, 400, 7]
  const rule: LinkageRule = { reference: { kind: 'target', value: 300 }, tolerance: 0.1 }
  const found = shortfall(link(lands, values, rule), {
    land: land(lands).values,
    values: intensity(values).values,
    gain: landFreed,
    worst: 1,
  })
  expect(found.below).toEqual([0, 2])
  expect(Array.from(found.gains, (gain) => Math.round(gain))).toEqual([667, 0, 1000, 0, NaN])
  expect(found.total).toBeCloseTo(1000 * (2 / 3) + 2000 * 0.5, 9)
  expect(found.ofWorst).toBeCloseTo(1000 * (2 / 3), 9)
})
