import { expect, test } from 'vitest'
import { drawSvg } from '#lib/chart/testing.ts'
import { LOOKS, itemsOf } from '#lib/charts/states.ts'
import { scatterGroups, scatterOptions, type ScatterInput } from './options.ts'

const input: ScatterInput = {
  points: [
    { name: '甲', x: 215, y: 14, group: '先进制造' },
    { name: '乙', x: 399, y: 23, group: '现代服务' },
    { name: '丙', x: 640, y: 44, group: '先进制造' },
    { name: '丁', x: 300, y: 31, group: '现代服务', picked: true },
  ],
  x: { name: '投资强度', unit: '万元/亩' },
  y: { name: '亩均税收', unit: '万元/亩' },
  locale: 'zh',
}

test('groups, a picked zone and both medians', async () => {
  const marks = { x: { value: 349, label: '中位数' }, y: { value: 27, label: '中位数' } }
  const svg = drawSvg(scatterOptions({ ...input, marks }))
  await expect(svg).toMatchFileSnapshot('./golden/groups.svg')
})

test('logarithmic axes in English', async () => {
  const svg = drawSvg(scatterOptions({ ...input, locale: 'en', logX: true, logY: true }))
  await expect(svg).toMatchFileSnapshot('./golden/logarithmic.svg')
})

test('the groups come in drawing order, the picked zones last', () => {
  expect(scatterGroups(input.points).map((group) => group.map(({ name }) => name))).toEqual([
    ['甲', '丙'],
    ['乙'],
    ['丁'],
  ])
})

test.each(LOOKS)('%s', async (name, state, tokens) => {
  const points = itemsOf(state).flatMap(({ name: zone, from, to }, i) => {
    return from === null || to === null ? [] : [{ name: zone, x: from, y: to, picked: i === 0 }]
  })
  const marks = { x: { value: 20, label: '中位数' }, y: { value: 24, label: '≥ 24' } }
  const svg = drawSvg(scatterOptions({ ...input, points, marks }), { tokens })
  await expect(svg).toMatchFileSnapshot(`./golden/state-${name}.svg`)
})
