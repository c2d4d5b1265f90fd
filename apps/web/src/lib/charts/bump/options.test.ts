import { expect, test } from 'vitest'
import { pointsOf } from '#lib/chart/points.ts'
import { drawSvg } from '#lib/chart/testing.ts'
import { LOOKS, type State } from '#lib/charts/states.ts'
import { bumpOptions, bumpSeries } from './options.ts'

const rank = (value: number | null, all: readonly (number | null)[]) =>
  value === null ? null : 1 + all.filter((other) => other !== null && other > value).length
const periods = ['2022', '2023', '2024']
const linesOf = ({ names, from, to }: State) =>
  names.map((name, i) => {
    const before = rank(from[i] ?? null, from)
    return { name, ranks: [before, before, rank(to[i] ?? null, to)] }
  })

test.each(LOOKS)('%s', async (name, state, tokens) => {
  const lines = linesOf(state)
  const svg = drawSvg(bumpOptions({ periods, lines, rankTitle: '名次' }), { tokens })
  await expect(svg).toMatchFileSnapshot(`./golden/${name}.svg`)
})

const lines = [
  { name: '甲', ranks: [1, 3, 2], breaks: [1] },
  { name: '乙', ranks: [2, 1, 1] },
]

test('others in grey, and a line that breaks', async () => {
  const others = [
    [3, 2, null],
    [4, 4, 3],
  ]
  const option = bumpOptions({ periods, lines, others, rankTitle: 'rank' })
  await expect(drawSvg(option)).toMatchFileSnapshot('./golden/broken.svg')
  expect(bumpSeries(lines).map(({ line }) => line)).toEqual([0, 0, 1])
  expect(pointsOf(option).map(({ seriesIndex }) => seriesIndex)).toEqual([0, 1, 1, 2, 2, 2])
})
