import type { Quantity, Values } from '@permu/api/client'
import { describe, expect, test } from 'vitest'
import { VALUES } from '../rank/testing.ts'
import { benchmarkOf, medianOf, targetsOf, withOwn, withThreshold } from './benchmark.ts'
import { benchmarkText, commonBenchmark, marksOf, starred, unitIdOf } from './screen.ts'
import { compare } from './comparison.ts'

const intensity = (unit: string | null): Quantity => ({
  id: 'investment-intensity',
  name: { zh: '投资强度', en: 'investment intensity' },
  unit,
  better: 'more',
  kind: 'indicator',
})
const chosen = (...targets: string[]) => ({ targets, own: [] })

describe('targets', () => {
  test('a threshold comes in the unit of the data', () => {
    const { used } = targetsOf(chosen('chengdu-2020-350'), [intensity('万元/公顷')])
    expect(used.get('investment-intensity')).toMatchObject({ low: 5250, high: null })
  })

  test('one whose unit does not compare is told and not used', () => {
    for (const unit of ['%', null, '奇怪']) {
      const { used, unusable } = targetsOf(chosen('chengdu-2020-350'), [intensity(unit)])
      expect(used.size).toBe(0)
      expect(unusable).toEqual(['chengdu-2020-350'])
    }
  })

  test('what a year is asked for is not asked of a quarter', () => {
    const tax = (unit: string): Quantity => ({ ...intensity(unit), id: 'tax-per-land' })
    expect(targetsOf(chosen('longchang-2022-tax'), [tax('万元/亩')]).unusable).toEqual([
      'longchang-2022-tax',
    ])
    expect(targetsOf(chosen('longchang-2022-tax'), [tax('万元/亩·年')]).used.size).toBe(1)
  })

  test('an unknown one is told; one for a quantity that is not shown waits', () => {
    const { used, unusable } = targetsOf(chosen('gone', 'longchang-2022-tax'), [
      intensity('万元/亩'),
    ])
    expect(used.size).toBe(0)
    expect(unusable).toEqual(['gone'])
  })

  test('an own one takes the place of a published one, and the other way round', () => {
    const own = {
      indicator: 'investment-intensity',
      low: 400,
      high: null,
      unit: '万元/亩',
      label: '',
    }
    const both = withOwn(chosen('chengdu-2020-350', 'longchang-2022-tax'), own)
    expect(both).toEqual({ targets: ['longchang-2022-tax'], own: [own] })
    const back = withThreshold(both, 'investment-intensity', 'chengdu-2020-529')
    expect(back).toEqual({ targets: ['longchang-2022-tax', 'chengdu-2020-529'], own: [] })
    expect(withThreshold(back, 'investment-intensity', null).targets).toEqual([
      'longchang-2022-tax',
    ])
  })

  test('an own one without a known unit holds while the unit stays', () => {
    const own = { indicator: 'investment-intensity', low: 1, high: 2, unit: '点', label: '' }
    const holds = (unit: string) =>
      targetsOf({ targets: [], own: [own] }, [intensity(unit)]).used.size
    expect([holds('点'), holds('万元/亩')]).toEqual([1, 0])
    expect(unitIdOf('点')).toBe('点')
    expect(unitIdOf(null)).toBeNull()
    expect(unitIdOf('亿元／平方公里')).toBe('亿元/km²')
  })
})

describe('what a value is held against', () => {
  const targets = targetsOf(chosen(), VALUES.indicators)

  test('the middle of all, or of the type', () => {
    expect(medianOf(VALUES, 0)).toBe(20)
    expect(medianOf(VALUES, 0, '制造')).toBe(25)
    const zone = { type: '服务' }
    const held = (base: 'median' | 'group', at = zone) =>
      benchmarkOf(VALUES, { k: 0, zone: at }, { base, targets })
    expect(held('group')).toEqual({ kind: 'group', low: 10, high: 10 })
    expect(held('median')).toEqual({ kind: 'median', low: 20, high: 20 })
  })

  test('a zone without a type is held against all', () => {
    const at = { k: 0, zone: { type: null } }
    expect(benchmarkOf(VALUES, at, { base: 'group', targets })?.kind).toBe('median')
  })

  test('nobody has a value: nothing to hold against', () => {
    const none: Values = { ...VALUES, values: VALUES.values.map(() => [null, null]) }
    const compared = compare(none, ['z1'])
    expect(commonBenchmark({ compared, targets }, 0)).toBeNull()
    expect(marksOf(null, 'zh')).toEqual([])
    expect(benchmarkText(null, '%', 'zh')).toBe('')
  })

  test('in words and as lines of a chart', () => {
    const band = { kind: 'target', low: 0.8, high: 1.25 } as const
    expect(marksOf(band, 'en').map(({ label }) => label)).toEqual(['≥ 0.8', '≤ 1.25'])
    expect(marksOf({ kind: 'median', low: 3, high: 3 }, 'en')).toEqual([
      { value: 3, label: 'median' },
    ])
    expect(benchmarkText({ kind: 'group', low: 3, high: 3 }, '%', 'zh')).toBe('同类中位数 3%')
    expect(starred('甲', '2023')).toBe('甲 2023*')
  })
})
