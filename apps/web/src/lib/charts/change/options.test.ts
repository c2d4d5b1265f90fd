import { expect, test } from 'vitest'
import { drawSvg } from '#lib/chart/testing.ts'
import { LOOKS, itemsOf } from '#lib/charts/states.ts'
import { changeOptions, changeSeries } from './options.ts'

const quantity = { name: '亩均税收', unit: '万元/亩' }
const text = (value: number) => value.toFixed(1)
const base = { periods: ['2022', '2024'] as const, quantity, locale: 'zh' as const, text }

test.each(LOOKS)('%s', async (name, state, tokens) => {
  const svg = drawSvg(changeOptions({ ...base, changes: itemsOf(state) }), { tokens })
  await expect(svg).toMatchFileSnapshot(`./golden/${name}.svg`)
})

test('a broken series is two points of one zone', async () => {
  const changes = [
    { name: '甲', from: 1, to: 2, broken: true },
    { name: '乙', from: 3, to: 1 },
  ]
  expect(changeSeries(changes)).toEqual([0, 0, 1])
  const svg = drawSvg(changeOptions({ ...base, changes, locale: 'en' }))
  await expect(svg).toMatchFileSnapshot('./golden/broken.svg')
})
