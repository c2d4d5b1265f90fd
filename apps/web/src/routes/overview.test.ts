import type { Ranking, Series } from '@permu/api/client'
import { expect, test } from 'vitest'
import { middlesOf, standingOf } from './overview.ts'

const name = { zh: '亩均税收', en: 'tax per unit of land' }
const quantity = {
  id: 'tax-per-land',
  name,
  unit: '万元/亩',
  better: 'more',
  kind: 'indicator',
} as const

test('a zone that lacks two criteria is one zone', () => {
  const lack = { zone: 'c', name: '丙', reason: 'not-reported', fields: [] }
  const ranking: Ranking = {
    period: '2024',
    dataVersion: '1',
    method: {
      id: 'x',
      criteria: [
        {
          indicator: 'tax-per-land',
          name,
          unit: null,
          weight: 1,
          share: 1,
          better: 'more',
          flat: false,
        },
      ],
      normalise: 'min-max',
      aggregate: 'arithmetic',
      missing: 'exclude',
      ties: '1224',
      card: {
        spec: {},
        preset: null,
        name: null,
        rule: 'project',
        source: [],
        weigh: 'given',
        steps: [],
        sums: [],
        doubtful: [],
        group: null,
        within: false,
        draws: null,
        library: '',
        excluded: [],
      },
    },
    treated: [],
    imputed: [],
    grades: null,
    rows: [
      { zone: 'b', name: '乙', type: null, rank: 2, score: 40, parts: {} },
      { zone: 'a', name: '甲', type: null, rank: 1, score: 90, parts: {} },
    ],
    excluded: [
      { ...lack, indicator: 'tax-per-land' },
      { ...lack, indicator: 'investment-intensity' },
    ],
  }
  expect(standingOf(ranking)).toMatchObject({
    ranked: 2,
    lacking: 1,
    top: [{ zone: 'a' }, { zone: 'b' }],
  })
})

test('medians stand for each period, coverage for the chosen one', () => {
  const zones = ['a', 'b', 'c'].map((id) => ({ id, name: id, type: null }))
  const series: Series = {
    dataVersion: '1',
    periods: ['2023', '2024'],
    indicators: [quantity],
    zones,
    values: [
      [
        [1, 2],
        [3, null],
        [8, 6],
      ],
    ],
    missing: [],
    breaks: [],
  }
  expect(middlesOf(series, '2024')).toMatchObject([
    { medians: [3, 4], now: 4, covered: 2, zones: 3 },
  ])
})
