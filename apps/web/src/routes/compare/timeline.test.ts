import type { Series } from '@permu/api/client'
import { describe, expect, test } from 'vitest'
import { VALUES } from '../rank/testing.ts'
import { datedText, mostMoved, rises, shiftSentence } from './over-time.ts'
import { partLines, shiftsOf, timelineOf } from './timeline.ts'
import { isBroken, nearPeriods, yearsBetween } from './tolerance.ts'

const series: Series = {
  dataVersion: '1',
  periods: ['2021', '2022', '2023', '2024'],
  indicators: VALUES.indicators.slice(0, 1),
  zones: VALUES.zones,
  values: [
    [
      [null, 10, 12, 20],
      [null, 20, null, 10],
      [null, 5, 6, 7],
      [null, null, null, null],
    ],
  ],
  missing: [],
  breaks: [
    { zone: 'z3', period: '2023', kind: 'merge', breaks: true, note: null },
    { zone: 'z1', period: '2023', kind: 'rename', breaks: false, note: null },
  ],
}

describe('a timeline', () => {
  const timeline = timelineOf(series, '2024')

  test('leaves out the periods in which nobody has a value', () => {
    expect(timeline.periods).toEqual(['2022', '2023', '2024'])
    expect(timeline.counts).toEqual([3, 2, 3])
    expect(timeline.medians).toEqual([10, 9, 10])
  })

  test('ranks all zones of each period and knows its breaks', () => {
    expect(timeline.lines.map(({ ranks }) => ranks)).toEqual([
      [2, 1, 1],
      [1, null, 2],
      [3, 2, 3],
      [null, null, null],
    ])
    expect(timeline.lines.map(({ breaks }) => breaks)).toEqual([[], [], [1], []])
  })

  test('ties share a rank; where less is better the lowest is first', () => {
    const [tax] = series.indicators
    const less = { ...series, indicators: tax ? [{ ...tax, better: 'less' as const }] : [] }
    const tied = { ...less, values: [[[4], [4], [9], [1]]], periods: ['2024'] }
    expect(timelineOf(tied, '2024').lines.map(({ ranks }) => ranks[0])).toEqual([2, 2, 4, 1])
  })

  test('does not draw quarters among years', () => {
    const mixed = {
      ...series,
      periods: ['2023', '2023Q1', '2024'],
      values: [[[1, 2, 3], [], [], []]],
    }
    expect(timelineOf(mixed, '2024').periods).toEqual(['2023', '2024'])
    expect(timelineOf(mixed, '2023Q1').periods).toEqual(['2023Q1'])
  })

  test('parts the chosen from the others, in the order they were chosen', () => {
    const { chosen, others } = partLines(timeline, ['z3', 'z1', 'gone'])
    expect(chosen.map(({ id }) => id)).toEqual(['z3', 'z1'])
    expect(others.map(({ id }) => id)).toEqual(['z2', 'z4'])
  })

  test('no rise is told over a break, no move either', () => {
    const { chosen } = partLines(timeline, ['z1', 'z2', 'z3', 'z4'])
    expect(rises(chosen)).toEqual({ up: 1, of: 2 })
    expect(mostMoved(chosen)).toMatchObject({ name: '甲', from: 2, to: 1 })
    expect(mostMoved(chosen.slice(3))).toBeNull()
  })
})

describe('two periods', () => {
  const asked = { from: '2022', to: '2024', tolerance: 0 }

  test('a change and its growth; none over a break', () => {
    const [a, b, c, d] = shiftsOf(series, ['z1', 'z2', 'z3', 'z4'], asked)
    expect(a).toMatchObject({ change: 10, growth: 1, broken: false })
    expect(b).toMatchObject({ change: -10, growth: -0.5 })
    expect(c).toMatchObject({ change: null, growth: null, broken: true })
    expect(c?.from.value).toBe(5)
    expect(d).toMatchObject({ change: null, broken: false })
    const options = { from: '2022', to: '2024', unit: '万元', locale: 'zh' as const }
    const shifts = [a, b, c, d].filter((one) => one !== undefined)
    expect(shiftSentence(shifts, options)).toBe(
      '2022 到 2024：1 个上升，1 个下降。变化最大的是甲（+10 万元）。',
    )
    expect(shiftSentence([], options)).toBe('2022 到 2024：0 个上升，0 个下降。')
  })

  test('no growth from zero or below', () => {
    const values = [[[0, 5], [-2, 2], [], []]]
    const shifts = shiftsOf({ ...series, periods: ['2022', '2024'], values }, ['z1', 'z2'], asked)
    expect(shifts.map(({ change, growth }) => [change, growth])).toEqual([
      [5, null],
      [4, null],
    ])
  })

  test('a missing end is taken from a near year, marked, and never across a break', () => {
    const at = { from: '2023', to: '2024', tolerance: 1 }
    const [b, c] = shiftsOf(series, ['z2', 'z3'], at)
    expect(b?.from).toEqual({ value: 20, period: '2022' })
    expect(datedText({ value: 20, period: '2022' }, 'zh')).toBe('20 2022*')
    expect(c).toMatchObject({ change: 1, broken: false })
    const torn = {
      ...series,
      values: [[[], [], [null, 5, null, 7], []]],
    }
    expect(shiftsOf(torn, ['z3'], { ...at, tolerance: 3 })[0]?.from).toEqual({
      value: 7,
      period: '2024',
    })
  })

  test('one value for both ends is no change', () => {
    const one = { ...series, values: [[[null, null, null, 20], [], [], []]] }
    const [shift] = shiftsOf(one, ['z1'], { ...asked, tolerance: 3 })
    expect(shift).toMatchObject({ change: null, from: { value: 20, period: '2024' } })
  })
})

test('years between periods of one kind', () => {
  expect(yearsBetween('2022', '2024')).toBe(2)
  expect(yearsBetween('2023Q4', '2024Q2')).toBe(0.5)
  expect(yearsBetween('2023', '2024Q2')).toBeNull()
  expect(yearsBetween('x', '2024')).toBeNull()
})

test('near periods come nearest first, of two the earlier one', () => {
  const periods = ['2020', '2021', '2022', '2023', '2024', '2022Q1']
  expect(nearPeriods(periods, '2022', 0)).toEqual([])
  expect(nearPeriods(periods, '2022', 1)).toEqual(['2021', '2023'])
  expect(nearPeriods(periods, '2022', 2)).toEqual(['2021', '2023', '2020', '2024'])
})

test('a break counts for its zone and between its periods only', () => {
  const broken = (zone: string, a: string, b: string) => isBroken(series.breaks, zone, [a, b])
  expect(broken('z3', '2022', '2023')).toBe(true)
  expect(broken('z3', '2024', '2021')).toBe(true)
  expect(broken('z3', '2023', '2024')).toBe(false)
  expect(broken('z1', '2022', '2024')).toBe(false)
})
