import { expect, test } from 'vitest'
import { drawSvg } from '#lib/chart/testing.ts'
import { LOOKS, itemsOf } from '#lib/charts/states.ts'
import { barHeight, barOptions, type BarInput } from './options.ts'

const input: BarInput = {
  items: [
    { name: '天府新区', value: 75.6 },
    { name: '都江堰康养产业功能区与青城山旅游度假带', value: 44.1, picked: true },
    { name: '高新南区', value: null },
    { name: '亏损园', value: -7.7 },
  ],
  quantity: { name: '亩均税收', unit: '万元/亩' },
  locale: 'zh',
}

test('lying bars', async () => {
  const option = barOptions({ ...input, mark: { value: 22.9, label: '中位数' } }, [
    '#000',
    '#d55e00',
  ])
  const svg = drawSvg(option, { height: barHeight(4) })
  await expect(svg).toMatchFileSnapshot('./golden/lying.svg')
})

test('standing bars in English', async () => {
  const svg = drawSvg(barOptions({ ...input, locale: 'en', upright: true }))
  await expect(svg).toMatchFileSnapshot('./golden/standing.svg')
})

test('no bars', async () => {
  await expect(drawSvg(barOptions({ ...input, items: [] }))).toMatchFileSnapshot(
    './golden/none.svg',
  )
})

test.each(LOOKS)('%s', async (name, state, tokens) => {
  const items = itemsOf(state).map(({ name: zone, from, to }) => {
    return { name: zone, value: to, tick: from }
  })
  const marks = [
    { value: 8, label: '≥ 8' },
    { value: 40, label: '≤ 40' },
  ]
  const option = barOptions({ items, quantity: input.quantity, locale: 'zh', marks })
  const svg = drawSvg(option, { height: barHeight(items.length), tokens })
  await expect(svg).toMatchFileSnapshot(`./golden/state-${name}.svg`)
})
