import type { EChartsOption } from 'echarts'
import {
  GRID,
  LEGEND_ROOM,
  axisTitle,
  shortName,
  tickLabel,
  type AxisQuantity,
} from '#lib/charts/axis.ts'
import type { Locale } from '#lib/i18n/index.ts'

export interface DensityItem {
  readonly name: string
  /** Null = no such end is drawn. */
  readonly first: number | null
  readonly second: number | null
}

export interface DensityInput {
  /** From top to bottom. */
  readonly items: readonly DensityItem[]
  readonly quantity: AxisQuantity
  readonly words: { readonly first: string; readonly second: string }
  readonly locale: Locale
}

const GREY = '#888888'

/** The height at which the rows can be told apart. */
export const densityHeight = (count: number): number => 116 + Math.max(1, count) * 22

type End = 'first' | 'second'

function ends({ items, words }: DensityInput, end: End) {
  return {
    type: 'scatter' as const,
    name: words[end],
    symbol: end === 'first' ? 'circle' : 'diamond',
    symbolSize: end === 'first' ? 11 : 12,
    z: 3,
    data: items.flatMap((item, row) => {
      const value = item[end]
      return value === null ? [] : [{ name: item.name, value: [value, row] }]
    }),
  }
}

/** The items in drawing order, series by series: the first ends, then the second. */
export function densityGroups(items: readonly DensityItem[]) {
  const of = (end: End) => items.filter((item) => item[end] !== null)
  return [of('first'), of('second')] as const
}

function bars(items: readonly DensityItem[]) {
  const at = (value: number, row: number) => ({ coord: [value, row] })
  return {
    silent: true,
    symbol: 'none',
    label: { show: false },
    lineStyle: { type: 'solid' as const, width: 2, color: GREY },
    data: items.flatMap(
      ({ first, second }, row): [ReturnType<typeof at>, ReturnType<typeof at>][] =>
        first === null || second === null ? [] : [[at(first, row), at(second, row)]],
    ),
  }
}

/** Two values of each item on one line, joined; from zero. */
export function densityOptions(input: DensityInput): EChartsOption {
  const { items, quantity, words, locale } = input
  return {
    animation: false,
    grid: { ...GRID, top: 48 + LEGEND_ROOM.top },
    legend: { top: 0, left: 0, data: [words.first, words.second] },
    xAxis: {
      type: 'value',
      position: 'top',
      min: 0,
      name: axisTitle(quantity, locale),
      nameLocation: 'middle',
      nameGap: 26,
      axisLabel: { formatter: tickLabel(locale), hideOverlap: true },
      splitNumber: 4,
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: items.map(({ name }) => shortName(name)),
      axisTick: { show: false },
      axisLabel: { interval: 0 },
    },
    series: [{ ...ends(input, 'first'), markLine: bars(items) }, ends(input, 'second')],
  }
}
