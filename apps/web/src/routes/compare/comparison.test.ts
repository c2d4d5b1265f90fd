import { expect, test } from 'vitest'
import { VALUES } from '../rank/testing.ts'
import { bubbleSize } from './bubbles.ts'
import { columnAt, compare, firstIndicators, firstZones } from './comparison.ts'
import { listZones, onlyChosen, withValues } from './pick.ts'
import { pointsOf } from './points.ts'
import { parseState, printState } from './state.ts'

test('zones at first are the highest of the first quantity', () => {
  expect(firstZones(VALUES)).toEqual(['z1', 'z2', 'z3', 'z4'])
})

test('a quantity that nobody has is not offered at first', () => {
  const values = VALUES.values.map(([, land]) => [null, land ?? null])
  expect(firstIndicators({ ...VALUES, values })).toEqual(['land'])
})

test('each value has its place among all; a missing one its reason', () => {
  const { zones, medians } = compare(VALUES, ['z1', 'z4', 'unknown'])
  expect(zones.map(({ name }) => name)).toEqual(['甲', '丁'])
  expect(zones[0]?.cells[0]).toEqual({ value: 30, position: 1, reason: null, fields: [] })
  expect(zones[1]?.cells[0]).toEqual({
    value: null,
    position: null,
    reason: 'suppressed',
    fields: ['tax'],
  })
  expect(medians).toEqual([20, 2.5])
})

test('a point needs both values; the chosen ones are picked out', () => {
  const points = pointsOf({ values: VALUES, zones: ['z2'] }, { x: 'tax', y: 'land' })
  expect(points.map(({ name, picked }) => [name, picked])).toEqual([
    ['甲', false],
    ['乙', true],
    ['丙', false],
  ])
})

test('the area of a bubble grows with the land', () => {
  expect(bubbleSize(100, 100) / bubbleSize(25, 100)).toBeCloseTo(2, 10)
  expect(bubbleSize(null, 100)).toBe(bubbleSize(0, 100))
})

test('the list keeps chosen zones in sight whatever is searched', () => {
  const { shown } = listZones(VALUES.zones, new Set(['z1']), '丙')
  expect(shown.map(({ name }) => name)).toEqual(['甲', '丙'])
  expect(onlyChosen(VALUES, ['land']).values[0]).toEqual([1])
  expect(columnAt(VALUES.indicators, 'none', 1)).toBe(1)
})

test('an address is read as a form writes it and as a link does', () => {
  const read = (query: string) => parseState(new URLSearchParams(query))
  expect(read('zones=a&zones=b').zones).toEqual(read('zones=a,b').zones)
  const state = { ...read('zones=a,b&indicators=x&x=x&period=2023') }
  expect(read(printState(state).split('?')[1] ?? '')).toEqual(state)
  expect(printState(read(''))).toBe('/compare')
})

test('periods in which nobody has a value are left out', () => {
  const { dataVersion, zones, indicators } = VALUES
  const values = [
    [
      [null, 1, null],
      [null, null, 2],
    ],
  ]
  const rest = { missing: [], breaks: [] }
  const series = { dataVersion, zones, indicators, periods: ['a', 'b', 'c'], values, ...rest }
  expect(withValues(series)).toMatchObject({
    periods: ['b', 'c'],
    values: [
      [
        [1, null],
        [null, 2],
      ],
    ],
  })
})
