import { expect, test } from 'vitest'
import { pointsOf } from '#lib/chart/points.ts'
import { drawSvg } from '#lib/chart/testing.ts'
import { LOOKS, itemsOf } from '#lib/charts/states.ts'
import { dumbbellHeight, dumbbellOptions, dumbbellPoints } from './options.ts'

const quantity = { name: '亩均税收', unit: '万元/亩' }

test.each(LOOKS)('%s', async (name, state, tokens) => {
  const items = itemsOf(state)
  const marks = [{ value: 22.9, label: '中位数' }]
  const option = dumbbellOptions({ items, quantity, locale: 'zh', marks })
  const svg = drawSvg(option, { height: dumbbellHeight(items.length), tokens })
  await expect(svg).toMatchFileSnapshot(`./golden/${name}.svg`)
})

const items = [
  { name: '甲', from: 1, to: 2 },
  { name: '乙', from: null, to: 3 },
  { name: '丙', from: 4, to: 5, broken: true },
]

test('a broken series keeps both its points but not the line between them', async () => {
  const option = dumbbellOptions({ items, quantity, locale: 'en' })
  await expect(drawSvg(option, { height: 160 })).toMatchFileSnapshot('./golden/broken.svg')
})

test('the points that are walked are those of the two periods', () => {
  const points = pointsOf(dumbbellOptions({ items, quantity, locale: 'zh' }))
  const groups = dumbbellPoints(items)
  const named = points.map((one) => groups[one.seriesIndex]?.[one.dataIndex]?.name)
  expect(named).toEqual(['甲', '丙', '甲', '乙', '丙'])
})
