import { expect, test } from 'vitest'
import { barOptions } from '#lib/charts/bar/options.ts'
import { lineOptions } from '#lib/charts/line/options.ts'
import { scatterOptions } from '#lib/charts/scatter/options.ts'
import { pointsOf } from './points.ts'

const quantity = { name: '亩均税收', unit: '万元/亩' }

test('lying bars stand at their value and their row; a missing one is skipped', () => {
  const items = [
    { name: '甲', value: 5 },
    { name: '乙', value: null },
    { name: '丙', value: 3 },
  ]
  expect(pointsOf(barOptions({ items, quantity, locale: 'zh' }))).toEqual([
    { seriesIndex: 0, dataIndex: 0, at: [5, 0] },
    { seriesIndex: 0, dataIndex: 2, at: [3, 2] },
  ])
})

test('points of a scatter stand at their two values', () => {
  const points = [
    { name: '甲', x: 1, y: 2 },
    { name: '乙', x: 3, y: 4, picked: true },
  ]
  const option = scatterOptions({ points, x: quantity, y: quantity, locale: 'zh' })
  expect(pointsOf(option).map(({ at }) => at)).toEqual([
    [1, 2],
    [3, 4],
  ])
})

test('a line is walked period by period, over its gaps', () => {
  const lines = [{ name: '甲', values: [1, null, 3] }]
  const option = lineOptions({ periods: ['2022', '2023', '2024'], lines, quantity, locale: 'zh' })
  expect(pointsOf(option).map(({ dataIndex }) => dataIndex)).toEqual([0, 2])
})
