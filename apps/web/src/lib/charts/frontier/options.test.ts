import { expect, test } from 'vitest'
import { drawSvg } from '#lib/chart/testing.ts'
import { productionLine } from './hull.ts'
import { frontierGroups, frontierOptions, type FrontierPoint } from './options.ts'

const points: FrontierPoint[] = [
  { name: '甲', x: 2, y: 1, efficient: true, role: null },
  { name: '乙', x: 3, y: 4, efficient: true, role: 'peer' },
  { name: '丙', x: 6, y: 6, efficient: true, role: 'peer' },
  { name: '丁', x: 5, y: 2, efficient: false, role: 'chosen' },
]
const input = {
  points,
  line: productionLine(points, 'variable'),
  x: { name: '用地', unit: '亩' },
  y: { name: '税收', unit: '万元' },
  locale: 'zh' as const,
  words: { efficient: '有效', other: '非有效', line: '前沿' },
}

test('the frontier, the zones, and the peers of the chosen one', async () => {
  await expect(drawSvg(frontierOptions(input))).toMatchFileSnapshot('./golden/frontier.svg')
})

test('without a line that the view could show', async () => {
  const svg = drawSvg(frontierOptions({ ...input, line: [], locale: 'en' }))
  await expect(svg).toMatchFileSnapshot('./golden/no-line.svg')
})

test('efficient zones are drawn last', () => {
  expect(frontierGroups(points).map((group) => group.map(({ name }) => name))).toEqual([
    ['丁'],
    ['甲', '乙', '丙'],
  ])
})
