import type { BarSeriesOption, EChartsOption, ScatterSeriesOption } from 'echarts'
import { GRID, axisTitle, shortName, tickLabel, type AxisQuantity } from '#lib/charts/axis.ts'
import { CROWD_COLOUR, markLineAt, type Mark } from '#lib/charts/series.ts'
import type { Locale } from '#lib/i18n/index.ts'

export interface BarItem {
  readonly name: string
  readonly value: number | null
  /** Drawn in the second colour, to be found among the others. */
  readonly picked?: boolean
  /** What this bar alone is held against, such as the median of its group: a short stroke. */
  readonly tick?: number | null
}

export interface BarInput {
  /** From top to bottom (or left to right where `upright`). */
  readonly items: readonly BarItem[]
  readonly quantity: AxisQuantity
  readonly locale: Locale
  /** Bars that stand instead of lie, as for a histogram. */
  readonly upright?: boolean
  /** A reference value with its name, such as the median. */
  readonly mark?: Mark | undefined
  /** More reference values, such as both ends of a target. */
  readonly marks?: readonly Mark[]
}

const PICKED = 1

/** The height at which lying bars can be told apart. */
export const barHeight = (count: number): number => 96 + Math.max(1, count) * 22

const marksOf = ({ mark, marks = [] }: BarInput) => [...(mark ? [mark] : []), ...marks]

function ticks(items: readonly BarItem[]): ScatterSeriesOption[] {
  const data = items.flatMap(({ tick = null }, row) => (tick === null ? [] : [[tick, row]]))
  if (data.length === 0) return []
  const itemStyle = { color: CROWD_COLOUR, borderWidth: 0 }
  return [
    { type: 'scatter', silent: true, symbol: 'rect', symbolSize: [3, 20], z: 4, itemStyle, data },
  ]
}

function seriesOf(input: BarInput, picked: string | undefined): BarSeriesOption {
  const upright = input.upright === true
  return {
    type: 'bar',
    barMaxWidth: upright ? 60 : 14,
    barCategoryGap: upright ? '8%' : '30%',
    data: input.items.map((item) => ({
      value: item.value ?? '-',
      ...(item.picked === true && picked !== undefined ? { itemStyle: { color: picked } } : {}),
    })),
    ...markLineAt(upright ? 'yAxis' : 'xAxis', marksOf(input)),
  }
}

function gridOf(input: BarInput) {
  if (input.upright === true) return { ...GRID, top: 36 }
  return { ...GRID, top: 56, bottom: marksOf(input).length > 0 ? 28 : 8 }
}

/** One bar a zone (or bin), always from zero; `colours` are the categories of the theme. */
export function barOptions(input: BarInput, colours: readonly string[] = []): EChartsOption {
  const { items, quantity, locale, upright = false } = input
  const title = {
    name: axisTitle(quantity, locale),
    nameLocation: upright ? 'end' : 'start',
  } as const
  const names = {
    type: 'category' as const,
    data: items.map(({ name }) => (upright ? name : shortName(name))),
    inverse: !upright,
    axisTick: { show: false },
    axisLabel: upright ? { hideOverlap: true } : { interval: 0 },
  }
  const values = {
    type: 'value' as const,
    axisLabel: { formatter: tickLabel(locale), hideOverlap: true },
    splitNumber: 4,
  }
  const nameTextStyle = { align: 'left' as const }
  return {
    animation: false,
    grid: gridOf(input),
    xAxis: upright ? names : { ...values, position: 'top' },
    yAxis: upright
      ? { ...values, ...title, nameTextStyle }
      : { ...names, ...title, nameGap: 28, nameTextStyle },
    series: [seriesOf(input, colours[PICKED]), ...(upright ? [] : ticks(items))],
  }
}
