import type { BarSeriesOption, EChartsOption } from 'echarts'
import { GRID, axisTitle, shortName, tickLabel, type AxisQuantity } from '#lib/charts/axis.ts'
import type { Locale } from '#lib/i18n/index.ts'

export interface BarItem {
  readonly name: string
  readonly value: number | null
  /** Drawn in the second colour, to be found among the others. */
  readonly picked?: boolean
}

export interface BarInput {
  /** From top to bottom (or left to right where `upright`). */
  readonly items: readonly BarItem[]
  readonly quantity: AxisQuantity
  readonly locale: Locale
  /** Bars that stand instead of lie, as for a histogram. */
  readonly upright?: boolean
  /** A reference value with its name, such as the median. */
  readonly mark?: { readonly value: number; readonly label: string } | undefined
}

const PICKED = 1

/** The height at which lying bars can be told apart. */
export const barHeight = (count: number): number => 96 + Math.max(1, count) * 22

function markLine({ mark, upright }: BarInput) {
  if (!mark) return {}
  const at = upright === true ? { yAxis: mark.value } : { xAxis: mark.value }
  return {
    markLine: {
      silent: true,
      symbol: 'none',
      label: { formatter: mark.label, position: 'end' as const },
      lineStyle: { type: 'dashed' as const, width: 1 },
      data: [at],
    },
  }
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
    ...markLine(input),
  }
}

/** One bar a zone (or bin), always from zero; `colours` are the categories of the theme. */
export function barOptions(input: BarInput, colours: readonly string[] = []): EChartsOption {
  const { items, quantity, locale, upright = false, mark } = input
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
    grid: { ...GRID, top: upright ? 36 : 56, bottom: mark && !upright ? 28 : 8 },
    xAxis: upright ? names : { ...values, position: 'top' },
    yAxis: upright
      ? { ...values, ...title, nameTextStyle }
      : { ...names, ...title, nameGap: 28, nameTextStyle },
    series: [seriesOf(input, colours[PICKED])],
  }
}
