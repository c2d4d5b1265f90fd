import type { EChartsOption } from 'echarts'
import { GRID, shortName, tickLabel } from '#lib/charts/axis.ts'
import type { Locale } from '#lib/i18n/index.ts'

export interface IntervalItem {
  readonly name: string
  readonly value: number
  readonly low: number
  readonly high: number
  /** Items of one kind share a colour. */
  readonly kind: number
}

export interface IntervalInput {
  /** From top to bottom. */
  readonly items: readonly IntervalItem[]
  readonly title: string
  readonly locale: Locale
}

/** The height at which the bars can be told apart. */
export const intervalHeight = (count: number): number => 72 + Math.max(1, count) * 26

/** Lying bars from zero, each with the interval that its length is sure to. */
export function intervalOptions(
  { items, title, locale }: IntervalInput,
  colours: readonly string[] = [],
): EChartsOption {
  return {
    animation: false,
    grid: { ...GRID, top: 48 },
    xAxis: {
      type: 'value',
      position: 'top',
      name: title,
      nameLocation: 'middle',
      nameGap: 26,
      axisLabel: { formatter: tickLabel(locale), hideOverlap: true },
      splitNumber: 4,
      // The axis follows the bars by itself, but not the intervals.
      max: Math.ceil(10 * Math.max(0.1, ...items.map(({ high }) => high))) / 10,
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: items.map(({ name }) => shortName(name, 18)),
      axisTick: { show: false },
      axisLabel: { interval: 0 },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 14,
        data: items.map(({ value, kind }) => {
          const color = colours[kind]
          return { value, itemStyle: { opacity: 0.7, ...(color === undefined ? {} : { color }) } }
        }),
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          lineStyle: { type: 'solid', width: 1.5 },
          data: items.map(({ low, high }, row) => [{ coord: [low, row] }, { coord: [high, row] }]),
        },
      },
    ],
  }
}
