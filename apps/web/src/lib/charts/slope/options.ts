import type { EChartsOption } from 'echarts'
import { GRID, shortName } from '#lib/charts/axis.ts'

export interface SlopeLine {
  readonly name: string
  /** The rank in each column; null = none there. */
  readonly ranks: readonly (number | null)[]
  /** Drawn in colour with its name; the others are grey and stay behind. */
  readonly picked: boolean
}

export interface SlopeInput {
  readonly columns: readonly string[]
  readonly lines: readonly SlopeLine[]
  readonly rankTitle: string
}

/** The lines in drawing order: the grey ones first. */
export function slopeOrder(lines: readonly SlopeLine[]): SlopeLine[] {
  return [...lines.filter(({ picked }) => !picked), ...lines.filter(({ picked }) => picked)]
}

/** Ranks side by side, a column a ranking and a line a zone; 1 stands on top. */
export function slopeOptions({ columns, lines, rankTitle }: SlopeInput): EChartsOption {
  return {
    animation: false,
    grid: { ...GRID, right: 124, top: 40, bottom: 4 },
    xAxis: {
      type: 'category',
      data: [...columns],
      boundaryGap: false,
      axisTick: { show: false },
      axisLabel: {
        interval: 0,
        width: 84,
        overflow: 'break',
        fontSize: 11,
        // Upright, the names of many columns run into one another on a phone.
        rotate: columns.length > 4 ? 40 : 0,
      },
      splitLine: { show: true },
    },
    yAxis: {
      type: 'value',
      inverse: true,
      min: 1,
      minInterval: 1,
      name: rankTitle,
      nameLocation: 'start',
      nameTextStyle: { align: 'left' },
    },
    series: slopeOrder(lines).map(({ name, ranks, picked }) => ({
      type: 'line',
      name,
      silent: !picked,
      z: picked ? 3 : 1,
      data: ranks.map((rank) => rank ?? '-'),
      symbol: picked ? 'circle' : 'none',
      symbolSize: 7,
      ...(picked ? {} : { lineStyle: { width: 1, color: '#888888', opacity: 0.25 } }),
      endLabel: { show: picked, formatter: shortName(name), distance: 6, textBorderWidth: 0 },
      labelLayout: { moveOverlap: 'shiftY' },
    })),
  }
}
