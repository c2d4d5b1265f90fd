import type { Indicator, Series, Values } from '@permu/api/client'
import { expect, test } from 'vitest'
import { profileOf } from './profile.ts'
import { strengthsOf } from './verdict.ts'

const text = (zh: string) => ({ zh, en: zh })
const zones = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, name: id, type: null }))
const tax = {
  id: 'tax-per-land',
  name: text('亩均税收'),
  unit: '万元/亩',
  better: 'more',
  kind: 'indicator',
} as const
// A field and an indicator may share an id.
const field = { ...tax, name: text('税收'), unit: '万元', kind: 'field' } as const

const values: Values = {
  period: '2024',
  dataVersion: '1',
  indicators: [tax, field],
  zones,
  values: [
    [5, 50],
    [4, 40],
    [3, 30],
    [2, null],
    [null, 10],
  ],
  missing: [{ zone: 'e', indicator: 'tax-per-land', reason: 'not-reported', fields: ['land'] }],
}
const series: Series = {
  dataVersion: '1',
  periods: ['2023', '2024'],
  indicators: [tax, field],
  zones: zones.slice(0, 1),
  values: [[[4, 5]], [[45, 50]]],
  missing: [],
  breaks: [],
}
const indicator: Indicator = {
  ...tax,
  formula: text('税收 ÷ 用地'),
  fields: ['tax', 'land'],
  family: { id: 'dual', name: text('双挂钩') },
  source: [],
  rule: 'sourced',
  caveats: [],
  coverage: {},
}
const land = {
  id: 'land',
  name: text('用地'),
  dimension: null,
  unit: '亩',
  builtIn: true,
  kind: 'stock',
  hasData: true,
} as const
const input = { values, series, indicators: [indicator], fields: [land] }

test('indicators stand by family with place and trend, raw fields last', () => {
  const groups = profileOf({ ...input, zone: 'a' })
  expect(groups.map(({ id, rows }) => [id, rows.map(({ value }) => value)])).toEqual([
    ['dual', [5]],
    ['raw', [50]],
  ])
  expect(groups[0]?.rows[0]).toMatchObject({
    place: { above: 1, at: 100, count: 4 },
    trend: [4, 5],
    reason: null,
  })
  expect(groups[1]?.rows[0]?.trend).toEqual([45, 50])
})

test('a missing value carries its reason and the names of the fields to blame', () => {
  const [group] = profileOf({ ...input, zone: 'e' })
  expect(group?.rows[0]).toMatchObject({
    value: null,
    reason: 'not-reported',
    blame: [{ zh: '用地' }],
    place: null,
  })
})

test('the best of an indicator is a strength; raw fields are none', () => {
  const { have, all, best, worst } = strengthsOf(profileOf({ ...input, zone: 'a' }))
  expect([have, all, best.map(({ id }) => id), worst]).toEqual([2, 2, ['tax-per-land'], []])
})
