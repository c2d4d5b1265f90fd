import { expect, test } from 'vitest'
import { pointsOf } from '#lib/chart/points.ts'
import { drawSvg } from '#lib/chart/testing.ts'
import { LOOKS, type State } from '#lib/charts/states.ts'
import { PARALLEL_CROWD, parallelOptions } from './options.ts'

const share = (value: number | null) =>
  value === null ? null : Math.min(1, Math.max(0, value / 80))
const axes = ['亩均税收', '投资强度', 'jobs–housing ratio']
const linesOf = ({ names, from, to }: State) =>
  names.map((name, i) => {
    return { name, shares: [share(from[i] ?? null), share(to[i] ?? null), 0.5] }
  })

test.each(LOOKS)('%s', async (name, state, tokens) => {
  const option = parallelOptions({ axes, lines: linesOf(state), others: [], title: '分位' })
  await expect(drawSvg(option, { tokens })).toMatchFileSnapshot(`./golden/${name}.svg`)
})

test('the others in grey, no more than can be told apart, and never walked', async () => {
  const other = [0.1, 0.9, null]
  const lines = [{ name: '甲', shares: [0, 1, null] }]
  const few = parallelOptions({ axes, lines, others: [other], title: 'percentile' })
  await expect(drawSvg(few)).toMatchFileSnapshot('./golden/others.svg')
  expect(pointsOf(few).map(({ at }) => at)).toEqual([
    [0, 0],
    [1, 100],
  ])
  const many = Array.from({ length: 300 }, () => other)
  const { series } = parallelOptions({ axes, lines, others: many, title: '' })
  expect(series).toHaveLength(PARALLEL_CROWD + 1)
})
