import { expect, test } from 'vitest'
import { frontierOptions } from '#lib/charts/frontier/options.ts'
import { scatterOptions } from '#lib/charts/scatter/options.ts'
import { bareOption, legendOf } from './legend.ts'
import { pointsOf } from './points.ts'

const quantity = { name: '亩均税收', unit: '万元/亩' }
const COLOURS = ['one', 'two', 'three']

const groups = scatterOptions({
  points: [
    { name: '甲', x: 1, y: 2, group: '制造' },
    { name: '乙', x: 3, y: 4, group: '服务' },
    { name: '丙', x: 5, y: 6, group: '服务', picked: true },
  ],
  x: quantity,
  y: quantity,
  locale: 'zh',
})

test('a group has the colour of its turn', () => {
  expect(legendOf(groups, COLOURS)).toEqual([
    { name: '制造', sign: 'circle', colour: 'one', indexes: [0] },
    { name: '服务', sign: 'circle', colour: 'two', indexes: [1] },
  ])
})

test('signs differ where colours might not be told apart', () => {
  const words = { efficient: '有效', other: '其余', line: '前沿' }
  const point = { name: '甲', x: 1, y: 2, efficient: true, role: null }
  const option = frontierOptions({
    points: [point, { ...point, name: '乙', efficient: false }],
    line: [point],
    x: quantity,
    y: quantity,
    locale: 'zh',
    words,
  })
  expect(legendOf(option, COLOURS).map(({ name, sign }) => [name, sign])).toEqual([
    ['其余', 'circle'],
    ['有效', 'diamond'],
    ['前沿', 'line'],
  ])
})

test('a chart that asks for no legend has none', () => {
  expect(legendOf({ series: [{ type: 'bar', name: 'a', data: [1] }] }, COLOURS)).toEqual([])
})

test('a hidden series keeps its number and loses its points', () => {
  const bare = bareOption(groups, new Set([0]))
  expect(bare.legend).toBeUndefined()
  expect(pointsOf(bare).map(({ seriesIndex }) => seriesIndex)).toEqual([1, 2])
})

test('the plot takes the room of a legend that stood above or below it', () => {
  const grid = { top: 76, bottom: 116 }
  const beside = (legend: object) => bareOption({ grid, legend, series: [] }, new Set()).grid
  expect(beside({ top: 0 })).toEqual({ top: 48, bottom: 116 })
  expect(beside({ bottom: 0 })).toEqual({ top: 76, bottom: 44 })
  expect(beside({})).toEqual(grid)
})
