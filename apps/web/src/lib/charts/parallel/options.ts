import type { EChartsOption, LineSeriesOption } from 'echarts'
import { GRID, shortName } from '#lib/charts/axis.ts'
import { CROWD_COLOUR, seriesName, symbolAt } from '#lib/charts/series.ts'

export interface ParallelInput {
  /** The indicators from left to right. */
  readonly axes: readonly string[]
  /** A line a zone: the share of the zones it leaves behind on each axis, 0 to 1; null = no value. */
  readonly lines: readonly { readonly name: string; readonly shares: readonly (number | null)[] }[]
  readonly others: readonly (readonly (number | null)[])[]
  readonly title: string
}

/** More grey lines than this are a grey area that says nothing. */
export const PARALLEL_CROWD = 120

const percent = (share: number | null) => (share === null ? '-' : Math.round(share * 1000) / 10)

/** Parallel coordinates: every axis runs from 0 to 100 % of the zones, the chosen zones before the others. */
export function parallelOptions({ axes, lines, others, title }: ParallelInput): EChartsOption {
  const named = lines.length > 1
  return {
    animation: false,
    grid: { ...GRID, top: 40, right: named ? 128 : 32, bottom: 8 },
    xAxis: {
      type: 'category',
      data: axes.map((axis) => shortName(axis, 24)),
      boundaryGap: false,
      axisTick: { show: false },
      splitLine: { show: true },
      axisLabel: { interval: 0, width: 88, overflow: 'break', rotate: axes.length > 6 ? 40 : 0 },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: 100,
      interval: 25,
      name: title,
      nameTextStyle: { align: 'left' },
      axisLabel: { formatter: '{value}%' },
    },
    series: [
      ...lines.map(({ name, shares }, i): LineSeriesOption => {
        return {
          type: 'line',
          name: seriesName(name, i),
          z: 3,
          symbol: symbolAt(i),
          symbolSize: 9,
          data: shares.map(percent),
          endLabel: { show: named, formatter: shortName(name), distance: 8, textBorderWidth: 0 },
          labelLayout: { moveOverlap: 'shiftY' },
        }
      }),
      ...others.slice(0, PARALLEL_CROWD).map((shares): LineSeriesOption => {
        return {
          type: 'line',
          name: 'others',
          silent: true,
          z: 1,
          symbol: 'none',
          itemStyle: { color: CROWD_COLOUR },
          lineStyle: { width: 1, color: CROWD_COLOUR, opacity: 0.18 },
          data: shares.map(percent),
        }
      }),
    ],
  }
}
