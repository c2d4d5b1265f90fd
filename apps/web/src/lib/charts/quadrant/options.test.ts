import { expect, test } from 'vitest'
import { drawSvg } from '#lib/chart/testing.ts'
import { quadrantGroups, quadrantOptions, type QuadrantInput } from './options.ts'

const input: QuadrantInput = {
  points: [
    { name: '甲', x: 2000, y: 200, group: 0, named: true },
    { name: '乙', x: 1000, y: 450, group: 1, named: false },
    { name: '丙', x: 3000, y: 400, group: 2, named: false },
    { name: '丁', x: 500, y: 150, group: 3, named: true },
    { name: '戊', x: 1500, y: 300, group: 4, named: false },
  ],
  groups: ['地多投少', '地少投多', '地多投多', '地少投少', '大致相称'],
  x: { name: '供应工业用地面积', unit: '亩' },
  y: { name: '投资强度', unit: '万元/亩' },
  split: { value: 1500, label: '中位数' },
  line: [
    [500, 300],
    [3000, 300],
  ],
  tolerance: 0.1,
  words: { line: '参照', band: '容差' },
  locale: 'zh',
}

test('four quadrants with a level reference and its band', async () => {
  await expect(drawSvg(quadrantOptions(input), { height: 460 })).toMatchFileSnapshot(
    './golden/level.svg',
  )
})

test('a rising line without a band, in English', async () => {
  const line = [
    [500, 150],
    [1500, 300],
    [3000, 400],
  ] as const
  const words = { line: 'reference', band: 'band' }
  const option = quadrantOptions({ ...input, line, tolerance: 0, locale: 'en', words })
  await expect(drawSvg(option, { height: 460 })).toMatchFileSnapshot('./golden/rising.svg')
})

test('no zones', async () => {
  const option = quadrantOptions({ ...input, points: [], line: [], split: null })
  await expect(drawSvg(option)).toMatchFileSnapshot('./golden/none.svg')
})

test('points come in drawing order, group by group', () => {
  expect(quadrantGroups(input).map((group) => group.map(({ name }) => name))).toEqual([
    ['甲'],
    ['乙'],
    ['丙'],
    ['丁'],
    ['戊'],
  ])
})
