import type { EChartsOption, LineSeriesOption } from 'echarts'
import { axisTitle, shortName, tickLabel, type AxisQuantity } from '#lib/charts/axis.ts'
import { seriesName, symbolAt } from '#lib/charts/series.ts'
import { segmentsOf } from '#lib/charts/line/segments.ts'
import type { Locale } from '#lib/i18n/index.ts'

export interface Change {
  readonly name: string
  readonly from: number | null
  readonly to: number | null
  /** The series breaks in between: both values stand, no line joins them. */
  readonly broken?: boolean
}

export interface ChangeInput {
  readonly periods: readonly [string, string]
  readonly changes: readonly Change[]
  readonly quantity: AxisQuantity
  readonly locale: Locale
  /** How a value is written beside its point. */
  readonly text: (value: number) => string
}

function pieces(changes: readonly Change[]) {
  const lines = changes.map(({ name, from, to, broken = false }) => {
    return { name, values: [from, to], breaks: broken ? [1] : [] }
  })
  return segmentsOf(lines)
}

function seriesOf(piece: ReturnType<typeof pieces>[number], text: (value: number) => string) {
  const [, end] = piece.values
  const label = `${typeof end === 'number' ? text(end) : ''}  ${shortName(piece.name, 12)}`
  const one: LineSeriesOption = {
    type: 'line',
    name: seriesName(piece.name, piece.line),
    symbol: symbolAt(piece.line),
    symbolSize: 8,
    data: piece.values.map((value) => value ?? '-'),
    label: { show: true, position: 'left', distance: 8, textBorderWidth: 0 },
    endLabel: {
      show: typeof end === 'number',
      formatter: label,
      distance: 8,
      textBorderWidth: 0,
    },
    labelLayout: { moveOverlap: 'shiftY' },
  }
  const formatter = ({ dataIndex, value }: { dataIndex: number; value?: unknown }) =>
    dataIndex === 0 && typeof value === 'number' ? text(value) : ''
  return { ...one, label: { ...one.label, formatter } }
}

/** Two periods side by side, one line a zone: which rose, which fell, which crossed. */
export function changeOptions(input: ChangeInput): EChartsOption {
  const { periods, changes, quantity, locale, text } = input
  return {
    animation: false,
    grid: { left: 76, right: 188, top: 44, bottom: 28 },
    xAxis: {
      type: 'category',
      data: [...periods],
      boundaryGap: false,
      axisTick: { show: false },
      splitLine: { show: true },
    },
    yAxis: {
      type: 'value',
      name: axisTitle(quantity, locale),
      nameTextStyle: { align: 'left', padding: [0, 0, 0, -64] },
      scale: true,
      axisLabel: { show: false, formatter: tickLabel(locale) },
      splitLine: { show: false },
    },
    series: pieces(changes).map((piece) => seriesOf(piece, text)),
  }
}

/** The zone of each series of the chart, and whether it tells only one of the two periods. */
export function changeSeries(changes: readonly Change[]): readonly number[] {
  return pieces(changes).map(({ line }) => line)
}
