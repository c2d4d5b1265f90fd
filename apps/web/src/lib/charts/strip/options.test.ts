import { expect, test } from 'vitest'
import { pointsOf } from '#lib/chart/points.ts'
import { drawSvg } from '#lib/chart/testing.ts'
import { LOOKS, type State } from '#lib/charts/states.ts'
import { stripHeight, stripOptions, stripPoints, stripPosition, type StripRow } from './options.ts'

const rowsOf = ({ from, to }: State, crowd: readonly number[]): StripRow[] => [
  { name: '亩均税收', others: crowd, chosen: to, mark: crowd[0] ?? null },
  { name: 'investment intensity per unit of land', others: crowd, chosen: from },
]

test.each(LOOKS)('%s', async (name, state, tokens) => {
  const rows = rowsOf(state, name === 'equal' ? [12, 12] : [22.9, 8.1, 15, 16, 41])
  const option = stripOptions({ rows, zones: state.names, lowest: '最低', highest: '最高' })
  const svg = drawSvg(option, { height: stripHeight(rows.length), tokens })
  await expect(svg).toMatchFileSnapshot(`./golden/${name}.svg`)
})

test('a row runs from its lowest to its highest value, its benchmark included', () => {
  const row = { name: 'a', others: [0, 4], chosen: [1, null], mark: 8 }
  expect([0, 2, 8].map(stripPosition(row))).toEqual([0, 25, 100])
  expect(stripPosition({ name: 'a', others: [3], chosen: [3] })(3)).toBe(50)
})

test('only the chosen zones are walked', () => {
  const rows = [{ name: 'a', others: [0, 4], chosen: [1, null], mark: 2 }]
  const option = stripOptions({ rows, zones: ['甲', '乙'], lowest: '', highest: '' })
  expect(pointsOf(option)).toEqual([{ seriesIndex: 0, dataIndex: 0, at: [25, 0] }])
  expect(stripPoints(rows, 0)).toEqual([{ row: 0, value: 1, at: 25 }])
})
