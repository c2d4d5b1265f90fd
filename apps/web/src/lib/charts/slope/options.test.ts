import { expect, test } from 'vitest'
import { drawSvg } from '#lib/chart/testing.ts'
import { slopeOptions, slopeOrder } from './options.ts'

const lines = [
  { name: '天府新区', ranks: [1, 2, null], picked: true },
  { name: '高新南区', ranks: [2, 1, 1], picked: false },
  { name: '都江堰康养产业功能区与青城山旅游度假带', ranks: [3, 3, 2], picked: true },
]

test('picked zones in colour and named, the others grey', async () => {
  const columns = ['现在的口径', 'Z 分数', '几何平均']
  const svg = drawSvg(slopeOptions({ columns, lines, rankTitle: '名次' }))
  await expect(svg).toMatchFileSnapshot('./golden/ranks.svg')
})

test('the picked ones are drawn last', () => {
  expect(slopeOrder(lines).map(({ picked }) => picked)).toEqual([false, true, true])
})
