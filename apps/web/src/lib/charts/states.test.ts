import type { EChartsOption } from 'echarts'
import { expect, test } from 'vitest'
import { drawSvg } from '#lib/chart/testing.ts'
import { barHeight, barOptions } from './bar/options.ts'
import { frontierOptions } from './frontier/options.ts'
import { heatHeight, heatOptions } from './heat/options.ts'
import { intervalHeight, intervalOptions } from './interval/options.ts'
import { lineOptions } from './line/options.ts'
import { scatterOptions } from './scatter/options.ts'
import { slopeOptions } from './slope/options.ts'

/** Every chart with no data, one zone, equal values, negative ones and zero, and long names. */

interface Zone {
  readonly name: string
  readonly value: number
}

const LONG = '国家级经济技术开发区与高新技术产业开发区协同发展示范区东部新城启动片区第一产业园'

const STATES: Readonly<Record<string, readonly Zone[]>> = {
  none: [],
  one: [{ name: '甲', value: 31 }],
  equal: ['甲', '乙', '丙'].map((name) => ({ name, value: 12.5 })),
  signed: [
    { name: '甲', value: 8 },
    { name: '乙', value: 0 },
    { name: '丙', value: -7.7 },
  ],
  long: [
    { name: LONG, value: 1_234_567 },
    { name: `${LONG}（续）`, value: 89_000_000 },
  ],
}

const quantity = { name: '亩均税收', unit: '万元/亩' }
const shared = { x: { name: '投资强度', unit: '万元/亩' }, y: quantity, locale: 'zh' } as const
const words = { efficient: '有效', other: '非有效', line: '前沿' }

interface Drawn {
  readonly option: EChartsOption
  readonly height?: number
}

const CHARTS: Readonly<Record<string, (zones: readonly Zone[]) => Drawn>> = {
  bar: (items) => ({
    option: barOptions({ items, quantity, locale: 'zh' }),
    height: barHeight(items.length),
  }),
  scatter: (zones) => ({
    option: scatterOptions({
      ...shared,
      points: zones.map(({ name, value }, i) => ({ name, x: value, y: value, picked: i === 0 })),
    }),
  }),
  frontier: (zones) => ({
    option: frontierOptions({
      ...shared,
      points: zones.map(({ name, value }, i) => ({
        name,
        x: value,
        y: value,
        efficient: i === 0,
        role: i === 0 ? 'chosen' : null,
      })),
      line: [],
      words,
    }),
  }),
  line: (zones) => ({
    option: lineOptions({
      periods: ['2023', '2024'],
      lines: zones.map(({ name, value }) => ({ name, values: [value, value] })),
      quantity,
      locale: 'zh',
    }),
  }),
  slope: (zones) => ({
    option: slopeOptions({
      columns: ['现在', '几何平均'],
      lines: zones.map(({ name }, i) => ({ name, ranks: [i + 1, i + 1], picked: i === 0 })),
      rankTitle: '名次',
    }),
  }),
  interval: (zones) => ({
    option: intervalOptions({
      items: zones.map(({ name, value }) => ({
        name,
        value,
        low: value - 1,
        high: value,
        kind: 0,
      })),
      title: '指数',
      locale: 'zh',
    }),
    height: intervalHeight(zones.length),
  }),
  heat: (zones) => ({
    option: heatOptions({
      rows: zones.map(({ name }) => name),
      columns: zones.map(({ name }) => name),
      cells: zones.map(() => zones.map(({ value }) => Math.max(-1, Math.min(1, value)))),
      scale: 'correlation',
    }),
    height: heatHeight(zones.length),
  }),
}

const CASES = Object.entries(CHARTS).flatMap(([chart, draw]) =>
  Object.entries(STATES).map(([state, zones]) => ({ chart, state, drawn: draw(zones) })),
)

test.each(CASES)('$chart, $state', async ({ chart, state, drawn: { option, height } }) => {
  const svg = drawSvg(option, height === undefined ? {} : { height })
  expect(svg).not.toMatch(/NaN|undefined|Infinity/u)
  await expect(svg).toMatchFileSnapshot(`./golden/${chart}-${state}.svg`)
})
