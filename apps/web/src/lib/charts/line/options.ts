import type { EChartsOption, LineSeriesOption } from 'echarts'
import { GRID, axisTitle, shortName, tickLabel, type AxisQuantity } from '#lib/charts/axis.ts'
import { CROWD_COLOUR, markLineAt, symbolAt, type Mark } from '#lib/charts/series.ts'
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
  /** What the lines are held against over time, such as the median of all: grey, dashed, last. */
  readonly reference?: readonly (number | null)[] | undefined
  /** Reference values that hold in every period. */
  readonly marks?: readonly Mark[]
}

function referenceOf({ reference, marks = [] }: LineInput): LineSeriesOption[] {
  if (!reference && marks.length === 0) return []
  return [
    {
      type: 'line',
      name: 'reference',
      silent: true,
      z: 1,
      symbol: 'none',
      itemStyle: { color: CROWD_COLOUR },
      lineStyle: { type: 'dashed', width: 1.5, color: CROWD_COLOUR },
      data: (reference ?? []).map((value) => value ?? '-'),
      ...markLineAt('yAxis', marks),
    },
  ]
}

type Segment = ReturnType<typeof segmentsOf>[number]

function lineOf({ name, values, last, line }: Segment, named: boolean): LineSeriesOption {
  return {
    type: 'line',
    name,
    data: values.map((value) => value ?? '-'),
    symbol: symbolAt(line),
    symbolSize: 7,
    connectNulls: false,
    endLabel: { show: named && last, formatter: shortName(name), distance: 6, textBorderWidth: 0 },
    labelLayout: { moveOverlap: 'shiftY' },
  }
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
    series: [...segmentsOf(lines).map((one) => lineOf(one, named)), ...referenceOf(input)],
  }
}
