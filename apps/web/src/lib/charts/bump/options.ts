import type { EChartsOption, LineSeriesOption } from 'echarts'
import { GRID, shortName } from '#lib/charts/axis.ts'
import { segmentsOf } from '#lib/charts/line/segments.ts'
import { CROWD_COLOUR, seriesName, symbolAt } from '#lib/charts/series.ts'

export interface BumpLine {
  readonly name: string
  /** The rank in each period; null = none there. */
  readonly ranks: readonly (number | null)[]
  /** Positions from which on the zone is another one than before. */
  readonly breaks?: readonly number[]
}

export interface BumpInput {
  readonly periods: readonly string[]
  readonly lines: readonly BumpLine[]
  /** The zones that are not chosen, in grey behind. */
  readonly others?: readonly (readonly (number | null)[])[]
  readonly rankTitle: string
}

const CROWD_MOST = 120

/** The stretches of the chosen lines in drawing order: for tips. */
export function bumpSeries(lines: readonly BumpLine[]) {
  return segmentsOf(lines.map(({ name, ranks, breaks = [] }) => ({ name, values: ranks, breaks })))
}

function crowdLine(ranks: readonly (number | null)[]): LineSeriesOption {
  return {
    type: 'line',
    name: 'others',
    silent: true,
    z: 1,
    symbol: 'none',
    lineStyle: { width: 1, color: CROWD_COLOUR, opacity: 0.22 },
    itemStyle: { color: CROWD_COLOUR },
    data: ranks.map((rank) => rank ?? '-'),
  }
}

/** Ranks over the periods, 1 on top; the chosen zones stand first among the series. */
export function bumpOptions({ periods, lines, others = [], rankTitle }: BumpInput): EChartsOption {
  const chosen = bumpSeries(lines).map(({ name, values, line, last }): LineSeriesOption => {
    const rank = values.findLast((one) => one !== null)
    return {
      type: 'line',
      name: seriesName(name, line),
      z: 3,
      symbol: symbolAt(line),
      symbolSize: 9,
      lineStyle: { width: 2.5 },
      data: values.map((one) => one ?? '-'),
      endLabel: {
        show: last && typeof rank === 'number',
        formatter: shortName(name),
        distance: 8,
        textBorderWidth: 0,
      },
      labelLayout: { moveOverlap: 'shiftY' },
    }
  })
  return {
    animation: false,
    grid: { ...GRID, right: 128, top: 40 },
    xAxis: { type: 'category', data: [...periods], boundaryGap: false, axisTick: { show: false } },
    yAxis: {
      type: 'value',
      inverse: true,
      min: 1,
      minInterval: 1,
      name: rankTitle,
      nameLocation: 'start',
      nameTextStyle: { align: 'left' },
    },
    series: [...chosen, ...others.slice(0, CROWD_MOST).map(crowdLine)],
  }
}
