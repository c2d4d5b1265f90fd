import type { EChartsOption, ScatterSeriesOption } from 'echarts'
import { GRID, axisTitle, shortName, tickLabel, type AxisQuantity } from '#lib/charts/axis.ts'
import { CROWD_COLOUR, markLineAt, type Mark } from '#lib/charts/series.ts'
import type { Locale } from '#lib/i18n/index.ts'

export interface DumbbellItem {
  readonly name: string
  readonly from: number | null
  readonly to: number | null
  /** The zone was merged, split or cut anew in between: the two values are not joined. */
  readonly broken?: boolean
}

export interface DumbbellInput {
  /** From top to bottom. */
  readonly items: readonly DumbbellItem[]
  readonly quantity: AxisQuantity
  readonly locale: Locale
  readonly marks?: readonly Mark[]
}

/** The height at which the rows can be told apart. */
export const dumbbellHeight = (count: number): number => 96 + Math.max(1, count) * 28

type Link = [{ coord: [number, number] }, { coord: [number, number] }]

function linkOf({ from, to, broken = false }: DumbbellItem, row: number): Link[] {
  if (from === null || to === null || broken) return []
  return [[{ coord: [from, row] }, { coord: [to, row] }]]
}

function seriesOf(items: readonly DumbbellItem[], marks: readonly Mark[]): ScatterSeriesOption[] {
  const side = (key: 'from' | 'to') =>
    items.flatMap((item, row) => (item[key] === null ? [] : [{ value: [item[key], row] }]))
  return [
    {
      type: 'scatter',
      name: 'from',
      symbolSize: 11,
      // ECharts fills its own empty circle with white, whatever the paper.
      itemStyle: { color: 'transparent', borderColor: CROWD_COLOUR, borderWidth: 2 },
      z: 4,
      data: side('from'),
      ...markLineAt('xAxis', marks),
    },
    {
      type: 'scatter',
      name: 'to',
      symbolSize: 12,
      z: 5,
      data: side('to'),
      markLine: {
        silent: true,
        symbol: 'none',
        label: { show: false },
        lineStyle: { type: 'solid', width: 2, opacity: 0.5 },
        data: items.flatMap(linkOf),
      },
    },
  ]
}

/** Two periods of one quantity: an open circle before, a full one after, and a line between them. */
export function dumbbellOptions(input: DumbbellInput): EChartsOption {
  const { items, quantity, locale, marks = [] } = input
  return {
    animation: false,
    grid: { ...GRID, top: 56, bottom: marks.length > 0 ? 28 : 8 },
    xAxis: {
      type: 'value',
      position: 'top',
      scale: true,
      splitNumber: 4,
      axisLabel: { formatter: tickLabel(locale), hideOverlap: true },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: items.map(({ name }) => shortName(name)),
      name: axisTitle(quantity, locale),
      nameLocation: 'start',
      nameGap: 28,
      nameTextStyle: { align: 'left' },
      axisTick: { show: false },
      axisLabel: { interval: 0 },
    },
    series: seriesOf(items, marks),
  }
}

/** The items behind the points of the chart, series by series: for tips. */
export function dumbbellPoints<T extends DumbbellItem>(
  items: readonly T[],
): readonly (readonly T[])[] {
  return [items.filter(({ from }) => from !== null), items.filter(({ to }) => to !== null)]
}
