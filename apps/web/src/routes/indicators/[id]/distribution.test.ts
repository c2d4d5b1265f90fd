import type { Series } from '@permu/api/client'
import { expect, test } from 'vitest'
import { distributionChart } from './chart.ts'
import { distributionOf } from './distribution.ts'

const name = { zh: '闲置率', en: 'idle rate' }
const series: Series = {
  dataVersion: '1',
  periods: ['2023', '2024'],
  indicators: [{ id: 'idle', name, unit: '%', better: 'less', kind: 'indicator' }],
  zones: ['甲', '乙', '丙'].map((id) => ({ id, name: id, type: null })),
  values: [
    [
      [5, 4],
      [null, 2],
      [1, null],
    ],
  ],
  missing: [
    { zone: '乙', indicator: 'idle', period: '2023', reason: 'not-reported', fields: [] },
    { zone: '丙', indicator: 'idle', period: '2024', reason: 'suppressed', fields: ['idle-land'] },
  ],
  breaks: [],
}
const fieldNames = new Map([['idle-land', { zh: '闲置土地', en: 'idle land' }]])

test('the best stand first, the missing below with reason and blame', () => {
  const found = distributionOf(series, { period: '2024', better: 'less', fieldNames })
  expect(found.rows.map(({ name: zone, value }) => [zone, value])).toEqual([
    ['乙', 2],
    ['甲', 4],
  ])
  expect(found.missing).toMatchObject([
    { name: '丙', reason: 'suppressed', blame: [{ zh: '闲置土地' }] },
  ])
  expect(found).toMatchObject({ median: 3, zones: 3 })
  expect(found.coverage).toEqual([
    { period: '2023', count: 2 },
    { period: '2024', count: 2 },
  ])
})

test('many zones become a histogram whose bars hold them all', () => {
  const rows = Array.from({ length: 100 }, (_, i) => ({ zone: `${i}`, name: `${i}`, value: i }))
  const quantity = { name: '闲置率', unit: '%' }
  const words = {
    zonesText: (n: number) => `${n} 个园区`,
    countOf: '园区数',
    locale: 'zh',
  } as const
  const { tips } = distributionChart({ rows, quantity, median: undefined, ...words })
  expect(tips.length).toBe(16)
  expect(tips.reduce((sum, [, count]) => sum + Number.parseInt(count ?? '', 10), 0)).toBe(100)
})
