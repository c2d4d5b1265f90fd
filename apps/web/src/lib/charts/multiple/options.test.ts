import { expect, test } from 'vitest'
import { drawSvg } from '#lib/chart/testing.ts'
import { LOOKS } from '#lib/charts/states.ts'
import { panelScale, panelOptions } from './options.ts'

const periods = ['2022', '2024']

test.each(LOOKS)('%s', async (name, { names, from, to }, tokens) => {
  const lines = names.map((_, i) => [from[i] ?? null, to[i] ?? null])
  const [values = [], ...others] = lines
  const option = panelOptions({
    periods,
    panel: { name: names[0] ?? '', values, index: 0 },
    others,
    median: [20, 24],
    scale: panelScale([...lines, [20, 24]]),
    locale: 'zh',
  })
  const svg = drawSvg(option, { width: 320, height: 180, tokens })
  await expect(svg).toMatchFileSnapshot(`./golden/${name}.svg`)
})

test('a panel has the colour and the shape of its zone, and breaks', async () => {
  const option = panelOptions({
    periods: ['2022', '2023', '2024'],
    panel: { name: '乙', values: [1, 2, 3], breaks: [2], index: 1 },
    others: [],
    median: [null, 2, 2],
    scale: { low: 0, high: 3, step: 1 },
    locale: 'en',
    colours: ['#000000', '#d55e00'],
  })
  const svg = drawSvg(option, { width: 320, height: 180 })
  expect(svg).toContain('#d55e00')
  await expect(svg).toMatchFileSnapshot('./golden/broken.svg')
})

test.each([
  [[[1, 10]], [0, 10, 5]],
  [
    [
      [8, 10],
      [null, 9],
    ],
    [8, 10, 1],
  ],
  [[[283.6, 441.5]], [200, 500, 100]],
  [[[-5, 10]], [-5, 10, 5]],
  [[[12, 12]], [0, 30, 10]],
  [[[-3]], [-6, 0, 2]],
  [[[0.013, 0.03]], [0, 0.03, 0.01]],
  [[[0]], [0, 1, 0.5]],
  [[[null]], [0, 1, 0.5]],
])('the scale of %j', (lines, [low, high, step]) => {
  const scale = panelScale(lines)
  const inside = lines
    .flat()
    .every((value) => value === null || (value >= scale.low && value <= scale.high))
  expect(inside).toBe(true)
  expect(scale).toEqual({ low, high, step })
})
