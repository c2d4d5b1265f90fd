import { expect, test } from 'vitest'
import { pointsOf } from '#lib/chart/points.ts'
import { drawSvg } from '#lib/chart/testing.ts'
import { LOOKS, type State } from '#lib/charts/states.ts'
import { RADAR_HEIGHT, radarOptions, radarPlace, radarPoints } from './options.ts'

const share = (value: number | null) =>
  value === null ? null : Math.min(1, Math.max(0, value / 80))
const axes = ['亩均税收', '投资强度', '亩均产出', '容积率', '15分钟生活圈覆盖率']
const zonesOf = ({ names, from, to }: State) =>
  names.map((name, i) => {
    const [a, b] = [share(from[i] ?? null), share(to[i] ?? null)]
    return { name, shares: [a, b, 0.5, a, 1] }
  })

test.each(LOOKS)('%s', async (name, state, tokens) => {
  const option = radarOptions({ axes, zones: zonesOf(state) })
  const svg = drawSvg(option, { height: RADAR_HEIGHT, tokens })
  await expect(svg).toMatchFileSnapshot(`./golden/${name}.svg`)
})

test('the first axis stands upright, the next follow clockwise', () => {
  expect([0, 1, 2, 3].map((axis) => radarPlace(1, axis, 4))).toEqual([
    [0, 1],
    [1, 0],
    [0, -1],
    [-1, 0],
  ])
})

test('a third zone is not drawn, and two axes draw nothing', () => {
  const zones = ['甲', '乙', '丙'].map((name) => ({ name, shares: [1, null, 0.5] }))
  const points = pointsOf(radarOptions({ axes: ['a', 'b', 'c'], zones }))
  expect(new Set(points.map(({ seriesIndex }) => seriesIndex))).toEqual(new Set([0, 1]))
  expect(points).toHaveLength(4)
  expect(pointsOf(radarOptions({ axes: ['a', 'b'], zones }))).toEqual([])
  expect(radarPoints(zones[0] ?? { name: '', shares: [] }).map(({ axis }) => axis)).toEqual([0, 2])
})
