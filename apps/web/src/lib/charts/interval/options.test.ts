import { expect, test } from 'vitest'
import { drawSvg } from '#lib/chart/testing.ts'
import { intervalHeight, intervalOptions } from './options.ts'

test('bars with the intervals of their lengths', async () => {
  const items = [
    { name: '权重（单独）', value: 0.3, low: 0.2, high: 0.45, kind: 0 },
    { name: '标准化（连同交互）', value: 0.7, low: 0.6, high: 0.82, kind: 1 },
  ]
  const option = intervalOptions({ items, title: '索博尔指数', locale: 'zh' }, ['#000', '#d55e00'])
  const svg = drawSvg(option, { height: intervalHeight(2) })
  await expect(svg).toMatchFileSnapshot('./golden/bars.svg')
})
