import type { Series, Values } from '@permu/api/client'
import { describe, expect, test } from 'vitest'
import { VALUES } from '../rank/testing.ts'
import { bubbleSize } from './bubbles.ts'
import { columnAt, compare, firstIndicators, firstZones, goodness } from './comparison.ts'
import { onlyChosen } from './pick.ts'
import { pointsOf } from './points.ts'
import { duel, mostApart, otherProfiles, profilesOf } from './profile.ts'
import { quadrantsOf } from './quadrants.ts'
import { boundText, leadersOf, successes } from './screen.ts'
import { targetsOf } from './benchmark.ts'

const targets = { used: new Map(), unusable: [] }

test('zones at first are the highest of the first quantity', () => {
  expect(firstZones(VALUES)).toEqual(['z1', 'z2', 'z3', 'z4'])
})

test('a quantity that nobody has is not offered at first', () => {
  const values = VALUES.values.map(([, land]) => [null, land ?? null])
  expect(firstIndicators({ ...VALUES, values })).toEqual(['land'])
})

test('each value has its place among all and its difference; a missing one its reason', () => {
  const { zones, medians } = compare(VALUES, ['z1', 'z4', 'unknown'])
  expect(zones.map(({ name }) => name)).toEqual(['甲', '丁'])
  expect(zones[0]?.cells[0]).toEqual({
    value: 30,
    period: null,
    position: 1,
    reason: null,
    fields: [],
    benchmark: { kind: 'median', low: 20, high: 20 },
    difference: 10,
    kept: null,
  })
  expect(zones[1]?.cells[0]).toMatchObject({
    value: null,
    position: null,
    reason: 'suppressed',
    fields: ['tax'],
    difference: null,
  })
  expect(medians).toEqual([20, 2.5])
})

describe('a value of another period', () => {
  const before: Values = {
    ...VALUES,
    period: '2022',
    values: VALUES.values.map(([, land], i) => [100 + i, land ?? null]),
    missing: [],
  }
  const against = { base: 'median' as const, targets, nearby: [before], breaks: [] }
  const broken: Series['breaks'] = [
    { zone: 'z4', period: '2023', kind: 'merge', breaks: true, note: null },
  ]

  test('stands in for a missing one, among the zones of its own period', () => {
    const { zones, borrowed } = compare(VALUES, ['z1', 'z4'], against)
    expect(borrowed).toEqual(['2022'])
    expect(zones[0]?.cells[0]?.period).toBeNull()
    expect(zones[1]?.cells[0]).toMatchObject({
      value: 103,
      period: '2022',
      position: 1,
      difference: 1.5,
    })
  })

  test('does not stand in across a merger, but does across a new name', () => {
    const across = (breaks: Series['breaks']) =>
      compare(VALUES, ['z4'], { ...against, breaks }).zones[0]?.cells[0]?.value
    expect(across(broken)).toBeNull()
    expect(across(broken.map((one) => ({ ...one, breaks: false })))).toBe(103)
    expect(across(broken.map((one) => ({ ...one, period: '2024' })))).toBe(103)
  })
})

test('the middle of the group is that of the zones of one type', () => {
  const { zones } = compare(VALUES, ['z1', 'z3'], {
    base: 'group',
    targets,
    nearby: [],
    breaks: [],
  })
  expect(zones.map(({ cells }) => cells[1]?.benchmark?.low)).toEqual([1.5, 3.5])
  expect(zones.map(({ cells }) => cells[1]?.difference)).toEqual([-0.5, -0.5])
})

test('a target is kept or missed, and counts for the sentence', () => {
  const own = { indicator: 'tax', low: 20, high: null, unit: '万元', label: '' }
  const used = targetsOf({ targets: [], own: [own] }, VALUES.indicators)
  const compared = compare(VALUES, ['z1', 'z3', 'z4'], {
    base: 'median',
    targets: used,
    nearby: [],
    breaks: [],
  })
  expect(compared.zones.map(({ cells }) => cells[0]?.kept)).toEqual([true, false, null])
  expect(compared.zones.map(({ cells }) => cells[0]?.difference)).toEqual([10, -10, null])
  expect(successes(compared)).toEqual([
    { zone: '甲', n: 1, of: 2 },
    { zone: '丙', n: 1, of: 2 },
    { zone: '丁', n: 1, of: 1 },
  ])
  expect(leadersOf(compared)?.zones).toEqual(['甲', '丙', '丁'])
  expect(leadersOf({ ...compared, zones: compared.zones.slice(0, 1) })).toBeNull()
})

test('a point needs both values; the chosen ones are picked out', () => {
  const points = pointsOf({ values: VALUES, zones: ['z2'] }, { x: 'tax', y: 'land' })
  expect(points.map(({ name, picked }) => [name, picked])).toEqual([
    ['甲', false],
    ['乙', true],
    ['丙', false],
  ])
  const parts = quadrantsOf(points, { x: 20, y: 2.5 })
  expect(parts.map(({ id, count, chosen }) => [id, count, chosen])).toEqual([
    ['highHigh', 0, []],
    ['lowHigh', 1, []],
    ['lowLow', 0, []],
    ['highLow', 2, ['乙']],
  ])
})

test('the area of a bubble grows with the land', () => {
  expect(bubbleSize(100, 100) / bubbleSize(25, 100)).toBeCloseTo(2, 10)
  expect(bubbleSize(null, 100)).toBe(bubbleSize(0, 100))
})

test('only what is chosen is compared; an unknown column is the first', () => {
  expect(onlyChosen(VALUES, ['land']).values[0]).toEqual([1])
  expect(columnAt(VALUES.indicators, 'none', 1)).toBe(1)
})

describe('profiles', () => {
  test('less is turned over where less is better, a target is not', () => {
    expect(goodness(0.25, 'less')).toBe(0.75)
    expect(goodness(0.25, { target: [0.8, 1.25] })).toBe(0.25)
    expect(goodness(null, 'less')).toBeNull()
  })

  test('of the chosen zones and of the others', () => {
    const profiles = profilesOf(compare(VALUES, ['z1', 'z4']))
    expect(profiles.map(({ shares }) => shares)).toEqual([
      [1, 0],
      [null, 1],
    ])
    expect(otherProfiles(VALUES, ['z1', 'z4'])).toEqual([
      [0.5, 1 / 3],
      [0, 2 / 3],
    ])
    expect(mostApart(profiles)).toMatchObject({ zone: 0, axis: 1 })
    expect(mostApart(profiles.slice(0, 1))).toBeNull()
    const [a, b] = profiles
    expect(a && b && duel(a, b)).toEqual({ better: 0, of: 1 })
  })
})

test.each([
  [{ low: 350, high: null }, '≥ 350 万元/亩'],
  [{ low: null, high: 7 }, '≤ 7 万元/亩'],
  [{ low: 0.8, high: 1.25 }, '0.8–1.25 万元/亩'],
  [{ low: null, high: null }, ''],
])('%j is written %s', (bound, text) => {
  expect(boundText(bound, '万元/亩', 'zh')).toBe(text)
})
