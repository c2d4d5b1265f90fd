import type { EChartsOption } from 'echarts'
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
export const barHeight = (count: number): number => 64 + Math.max(1, count) * 22

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

/** One bar a zone (or bin), always from zero. */
export function barOptions(input: BarInput, colours: readonly string[] = []): EChartsOption {
  const { items, quantity, locale, upright = false } = input
  const names = {
    type: 'category' as const,
    data: items.map(({ name }) => (upright ? name : shortName(name))),
    inverse: !upright,
    axisTick: { show: false },
    axisLabel: upright ? { hideOverlap: true } : { interval: 0 },
  }
  const values = {
    type: 'value' as const,
    name: axisTitle(quantity, locale),
    nameLocation: upright ? ('end' as const) : ('start' as const),
    nameTextStyle: { align: 'left' as const },
    axisLabel: { formatter: tickLabel(locale), hideOverlap: true },
    splitNumber: 4,
  }
  const picked = colours[PICKED]
  return {
    animation: false,
    grid: { ...GRID },
    xAxis: upright ? names : { ...values, position: 'top', nameLocation: 'start', name: '' },
    yAxis: upright ? values : names,
    series: [
      {
        type: 'bar',
        barMaxWidth: upright ? 60 : 14,
        barCategoryGap: upright ? '8%' : '30%',
        data: items.map((item) => ({
          value: item.value ?? '-',
          ...(item.picked === true && picked !== undefined ? { itemStyle: { color: picked } } : {}),
        })),
        ...markLine(input),
      },
    ],
  }
}
