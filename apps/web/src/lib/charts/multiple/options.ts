import type { EChartsOption, LineSeriesOption } from 'echarts'
import { GRID, tickLabel } from '#lib/charts/axis.ts'
import { segmentsOf } from '#lib/charts/line/segments.ts'
import { CROWD_COLOUR, seriesName, symbolAt } from '#lib/charts/series.ts'
import type { Locale } from '#lib/i18n/index.ts'

export interface Panel {
  readonly name: string
  readonly values: readonly (number | null)[]
  readonly breaks?: readonly number[]
  /** Which chosen zone it is: gives colour and shape. */
  readonly index: number
}

/** Both ends of an axis, and how far its ticks are apart. */
export interface PanelScale {
  readonly low: number
  readonly high: number
  readonly step: number
}

export interface PanelInput {
  readonly periods: readonly string[]
  readonly panel: Panel
  /** The other chosen zones, in grey behind. */
  readonly others: readonly (readonly (number | null)[])[]
  /** The middle of all zones in each period, dashed. */
  readonly median: readonly (number | null)[]
  /** One scale for all panels, so that heights compare. */
  readonly scale: PanelScale
  readonly locale: Locale
  readonly colours?: readonly string[]
}

const STEPS = [1, 2, 2.5, 5, 10]
const TICKS = 3

function stepOf(range: number): number {
  const rough = range / TICKS
  const size = 10 ** Math.floor(Math.log10(rough))
  return size * (STEPS.find((step) => step * size >= rough) ?? 10)
}

function reach(values: readonly number[]): [number, number] {
  const low = Math.min(...values)
  const high = Math.max(...values)
  if (low === high) return low === 0 ? [0, 1] : [Math.min(0, 2 * low), Math.max(0, 2 * low)]
  return [low > 0 && low < high / 2 ? 0 : low, high]
}

/** The scale that all panels share, with round ends; zero belongs to it where the values come near. */
export function panelScale(lines: readonly (readonly (number | null)[])[]): PanelScale {
  const values = lines.flat().filter((value) => value !== null)
  const [low, high] = values.length === 0 ? [0, 1] : reach(values)
  const step = stepOf(high - low)
  const round = (value: number) => Number((value * step).toPrecision(12)) + 0
  return { low: round(Math.floor(low / step)), high: round(Math.ceil(high / step)), step }
}

function behind(values: readonly (number | null)[], dashed: boolean): LineSeriesOption {
  return {
    type: 'line',
    name: dashed ? 'median' : 'others',
    silent: true,
    z: 1,
    symbol: 'none',
    connectNulls: false,
    itemStyle: { color: CROWD_COLOUR },
    lineStyle: {
      width: dashed ? 1.5 : 1,
      type: dashed ? 'dashed' : 'solid',
      color: CROWD_COLOUR,
      opacity: dashed ? 0.9 : 0.3,
    },
    data: values.map((value) => value ?? '-'),
  }
}

/** One panel of small multiples: a zone over the periods before the others. */
export function panelOptions(input: PanelInput): EChartsOption {
  const { periods, panel, others, median, scale, locale, colours = [] } = input
  const { breaks = [], index } = panel
  const colour = colours.length > 0 ? colours[index % colours.length] : undefined
  const own = segmentsOf([{ name: panel.name, values: panel.values, breaks }])
  return {
    animation: false,
    grid: { ...GRID, top: 12, right: 16 },
    xAxis: {
      type: 'category',
      data: [...periods],
      boundaryGap: false,
      axisTick: { show: false },
      axisLabel: { hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      min: scale.low,
      max: scale.high,
      interval: scale.step,
      axisLabel: { formatter: tickLabel(locale), hideOverlap: true },
    },
    series: [
      ...own.map(({ values }): LineSeriesOption => {
        return {
          type: 'line',
          name: seriesName(panel.name, index),
          z: 3,
          symbol: symbolAt(index),
          symbolSize: 6,
          ...(colour === undefined ? {} : { color: colour }),
          data: values.map((value) => value ?? '-'),
        }
      }),
      ...others.map((values) => behind(values, false)),
      behind(median, true),
    ],
  }
}
