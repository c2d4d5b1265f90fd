import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeScale, scaleSlip, type Sighting } from './scale.ts'
import { codes, read } from './testing/encode.ts'

function sightings(series: Record<string, number>[]): Sighting[] {
  return series.flatMap((own, zone) =>
    Object.entries(own).map(([period, value], i) => ({ zone, period, row: zone * 100 + i, value })),
  )
}

const growing = (start: number, slip: Record<string, number> = {}) =>
  Object.fromEntries(
    ['2019', '2020', '2021', '2022', '2023'].map((year, i) => [
      year,
      start * 1.1 ** i * (slip[year] ?? 1),
    ]),
  )

describe('a slip', () => {
  it.each([
    [100, 1_050_000, 10_000],
    [1_050_000, 100, 0.0001],
    [12, 1_300_000_000, 1e8],
    [3, 3100, 1000],
    [5, 6_000_000, 1e6],
    [100, 30_000, null],
    [100, 180, null],
    [0, 5, null],
    [5, 0, null],
    [-100, 1_000_000, 10_000],
  ])('from %d to %d is %s', (before, after, factor) => {
    expect(scaleSlip(before, after)).toBe(factor)
  })

  it('is never seen in growth of less than a hundredfold', () => {
    const size = fc.double({ min: 1e-3, max: 1e9, noNaN: true })
    fc.assert(
      fc.property(size, fc.double({ min: 0.01, max: 100, noNaN: true }), (value, growth) => {
        expect(scaleSlip(value, value * growth)).toBeNull()
      }),
    )
  })
})

describe('the scale of a field', () => {
  it('flags a value off its zone’s own periods, the newest included', () => {
    const series = [growing(10), growing(2000, { '2023': 1e-4 }), growing(300, { '2021': 1e4 })]
    const { slips, breaks } = judgeScale(sightings(series))
    expect(slips.map(({ zone, period, factor }) => [zone, period, factor])).toEqual([
      [1, '2023', 0.0001],
      [2, '2021', 10_000],
    ])
    expect(breaks).toEqual([])
  })

  it('flags which of two periods slipped', () => {
    const two = (a: number, b: number) => ({ '2022': a, '2023': b })
    const series = [two(10, 11), two(12, 13), two(9, 10), two(110_000, 11)]
    const [slip, another] = judgeScale(sightings(series)).slips
    expect(slip).toMatchObject({ zone: 3, period: '2022', factor: 10_000, expected: 10.1 })
    expect(another).toBeUndefined()
  })

  it('compares with neighbours where there is one period, and only where these are alike', () => {
    const alike = [10, 12, 9, 14, 11, 120_000].map((value) => ({ '2023': value }))
    expect(judgeScale(sightings(alike)).slips).toMatchObject([{ zone: 5, factor: 10_000 }])
    const unlike = [1, 50, 900, 14_000, 11, 120_000].map((value) => ({ '2023': value }))
    expect(judgeScale(sightings(unlike)).slips).toEqual([])
  })

  it('does not mistake a small beginning, or a boom of all', () => {
    const started = { '2020': 3, '2021': 2900, '2022': 3200, '2023': 3300 }
    expect(judgeScale(sightings([started, growing(5), growing(8)])).slips).toEqual([])
    const boom = [10, 12, 9, 30].map((start) => growing(start, { '2022': 10_000, '2023': 10_000 }))
    const found = judgeScale(sightings(boom))
    expect(found.slips).toEqual([])
    expect(found.breaks).toEqual([{ from: '2021', period: '2022', factor: 11_000 }])
  })

  it('flags a census year between years of samples', () => {
    const people = [17_757, 12_517, 60_936, 30_107].map((start) => growing(start, { '2021': 18.7 }))
    expect(judgeScale(sightings(people)).breaks).toEqual([
      { from: '2020', period: '2021', factor: 21 },
      { from: '2021', period: '2022', factor: 0.059 },
    ])
  })

  it('keeps quarters apart from years', () => {
    const series = [10, 20, 30].map((start) => ({ '2022': start, '2023Q1': start / 4000 }))
    expect(judgeScale(sightings(series))).toEqual({ slips: [], breaks: [] })
  })

  it('says nothing of rates, nor of January after a cumulative December', () => {
    const months = Array.from({ length: 24 }, (_, m) => {
      const [year, month] = [2022 + Math.floor(m / 12), (m % 12) + 1]
      const period = month === 1 ? `${year}-01` : `${year}年1-${month}月`
      return ['A', 'B', 'C', 'D']
        .map((zone, z) => `${zone},${period},${(z + 5) * month},${m % 7 === 0 ? 0.001 : 20}\n`)
        .join('')
    })
    const file = read(`园区,时间,累计税收(万元),增速(%)\n${months.join('')}`)
    expect(codes(file).filter((code) => /scale|series/u.test(code))).toEqual([])
  })
})
