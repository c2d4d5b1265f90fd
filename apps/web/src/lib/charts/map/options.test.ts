import { registerMap } from 'echarts'
import { expect, test } from 'vitest'
import { drawSvg } from '#lib/chart/testing.ts'
import { classAt, classColour, valueClasses } from './classes.ts'
import { mapOptions } from './options.ts'
import { aspectOf, middleOf, outlineOf } from './outline.ts'

const BOUNDS = [104, 30, 107, 31] as const
const square = (x: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [x, 30],
      [x + 1, 30],
      [x + 1, 31],
      [x, 31],
      [x, 30],
    ] as [number, number][],
  ],
})
const point = { type: 'Point' as const, coordinates: [106.5, 30.5] as [number, number] }

test('a value, none, no zone and a point', async () => {
  const features = [square(104), square(105), square(106), point]
  const outline = outlineOf(
    features.map((geometry) => ({ geometry })),
    BOUNDS,
  )
  registerMap('four', outline)
  const paints = [4, 'missing', 'unmatched', 0] as const
  const option = mapOptions({ map: 'four', bounds: BOUNDS, paints, classes: 5, chosen: 0 })
  await expect(drawSvg(option)).toMatchFileSnapshot('./golden/four.svg')
})

test('a point becomes a closed circle that looks round at its latitude', () => {
  const ring = outlineOf([{ geometry: point }], BOUNDS).features[0]?.geometry.coordinates[0]
  const places = (ring ?? []) as [number, number][]
  expect(places[0]).toEqual(places.at(-1))
  const width = Math.max(...places.map(([x]) => x)) - 106.5
  const height = Math.max(...places.map(([, y]) => y)) - 30.5
  expect(width * aspectOf(BOUNDS)).toBeCloseTo(height, 9)
})

test('the middle of the largest part', () => {
  const parts = { type: 'MultiPolygon' as const, coordinates: [square(104).coordinates] }
  expect([middleOf(point), middleOf(square(104)), middleOf(parts)]).toEqual([
    [106.5, 30.5],
    [104.5, 30.5],
    [104.5, 30.5],
  ])
})

test('five classes of equal count; equal values stay together', () => {
  const classes = valueClasses([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(classes.map(({ from, to, count }) => [from, to, count])).toEqual([
    [1, 2, 2],
    [3, 4, 2],
    [5, 6, 2],
    [7, 8, 2],
    [9, 10, 2],
  ])
  expect(valueClasses([1, 5, 5, 5, 5, 5, 9]).map(({ count }) => count)).toEqual([1, 5, 1])
  expect(valueClasses([7, 7, 7])).toEqual([{ from: 7, to: 7, count: 3 }])
  expect(valueClasses([])).toEqual([])
  expect([0, 2.5, 4, 10].map((value) => classAt(classes, value))).toEqual([-1, -1, 1, 4])
})

test('every value is in exactly one class', () => {
  const values = Array.from({ length: 66 }, (_, k) => (k * k) % 17)
  const classes = valueClasses(values)
  expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(66)
  expect(values.every((value) => classAt(classes, value) >= 0)).toBe(true)
})

test('one hue, never paler for a higher class', () => {
  expect(classColour(4, 5)).toBe('rgba(0, 108, 173, 1.00)')
  expect(classColour(0, 5)).toBe('rgba(0, 108, 173, 0.18)')
  expect(classColour(0, 1)).toBe('rgba(0, 108, 173, 1.00)')
})
