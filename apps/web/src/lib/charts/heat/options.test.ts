import { expect, test } from 'vitest'
import { drawSvg } from '#lib/chart/testing.ts'
import { heatCells, heatHeight, heatOptions } from './options.ts'

const cells = [
  [0.9, 0.1, null],
  [0.1, 0.6, 0.3],
]

test('shares of ranks, a cell a zone and rank', async () => {
  const option = heatOptions({
    rows: ['天府新区', '都江堰康养产业功能区与青城山旅游度假带'],
    columns: ['1', '2', '3'],
    cells,
    scale: 'share',
    columnTitle: '名次',
  })
  const svg = drawSvg(option, { height: heatHeight(2) })
  await expect(svg).toMatchFileSnapshot('./golden/shares.svg')
})

test('correlations with their figures', async () => {
  const names = ['tax', 'land']
  const option = heatOptions({
    rows: names,
    columns: names,
    cells: [
      [1, -0.6],
      [-0.6, 1],
    ],
    scale: 'correlation',
    text: (value) => value.toFixed(2),
  })
  await expect(drawSvg(option)).toMatchFileSnapshot('./golden/correlations.svg')
})

test('cells come in drawing order, without the empty ones', () => {
  expect(heatCells({ cells }).map(({ x, y, value }) => [x, y, value])).toEqual([
    [0, 0, 0.9],
    [1, 0, 0.1],
    [0, 1, 0.1],
    [1, 1, 0.6],
    [2, 1, 0.3],
  ])
})
