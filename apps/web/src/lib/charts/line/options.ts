import type { EChartsOption } from 'echarts'
import { GRID, axisTitle, shortName, tickLabel, type AxisQuantity } from '#lib/charts/axis.ts'
import type { Locale } from '#lib/i18n/index.ts'
import { segmentsOf } from './segments.ts'

export interface Line {
  readonly name: string
  /** One value a period; null leaves a gap. */
  readonly values: readonly (number | null)[]
  /** Positions from which on the values cannot be compared with those before. */
  readonly breaks?: readonly number[]
}

export interface LineInput {
  readonly periods: readonly string[]
  readonly lines: readonly Line[]
  readonly quantity: AxisQuantity
  readonly locale: Locale
  /** Ranks: 1 stands on top. */
  readonly inverse?: boolean
}

/** One line a zone over the periods; each line carries its name at its end. */
export function lineOptions(input: LineInput): EChartsOption {
  const { periods, lines, quantity, locale, inverse = false } = input
  const named = lines.length > 1
  return {
    animation: false,
    grid: { ...GRID, right: named ? 120 : 24 },
    xAxis: { type: 'category', data: [...periods], boundaryGap: false, axisTick: { show: false } },
    yAxis: {
      type: 'value',
      name: axisTitle(quantity, locale),
      nameTextStyle: { align: 'left' },
      nameLocation: inverse ? 'start' : 'end',
      inverse,
      scale: true,
      ...(inverse ? { min: 1, minInterval: 1 } : {}),
      axisLabel: { formatter: tickLabel(locale), hideOverlap: true },
    },
    // ECharts colours by name, so all segments of a line have its colour.
    series: segmentsOf(lines).map(({ name, values, last }) => ({
      type: 'line',
      name,
      data: values.map((value) => value ?? '-'),
      symbol: 'circle',
      symbolSize: 7,
      connectNulls: false,
      endLabel: {
        show: named && last,
        formatter: shortName(name),
        distance: 6,
        textBorderWidth: 0,
      },
      labelLayout: { moveOverlap: 'shiftY' },
    })),
  }
}
