import { expect, test } from 'vitest'
import { drawSvg } from '#lib/chart/testing.ts'
import { densityGroups, densityHeight, densityOptions, type DensityInput } from './options.ts'

const input: DensityInput = {
  items: [
    { name: '星澜产业功能区', first: 92.2, second: 8.7 },
    { name: '驰原产业功能区', first: null, second: 15.9 },
    { name: '都江堰康养产业功能区与青城山旅游度假带', first: 12, second: 20 },
    { name: '空', first: null, second: null },
  ],
  quantity: { name: '产出强度', unit: '亿元/km²' },
  words: { first: '起步区', second: '全区' },
  locale: 'zh',
}

test('two ends joined, one end alone, none', async () => {
  const svg = drawSvg(densityOptions(input), { height: densityHeight(4) })
  await expect(svg).toMatchFileSnapshot('./golden/ends.svg')
})

test('in English', async () => {
  const words = { first: 'starter zone', second: 'whole zone' }
  const svg = drawSvg(densityOptions({ ...input, words, locale: 'en' }))
  await expect(svg).toMatchFileSnapshot('./golden/english.svg')
})

test('items come in drawing order', () => {
  const names = densityGroups(input.items).map((group) => group.map(({ first }) => first))
  expect(names).toEqual([
    [92.2, 12],
    [92.2, null, 12],
  ])
})
