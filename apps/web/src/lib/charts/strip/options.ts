import type { EChartsOption, ScatterSeriesOption } from 'echarts'
import { GRID, shortName } from '#lib/charts/axis.ts'
import { CROWD_COLOUR, seriesName, symbolAt } from '#lib/charts/series.ts'

export interface StripRow {
  readonly name: string
  /** The values of the zones that are not chosen. */
  readonly others: readonly number[]
  /** One value for each chosen zone; null = none. */
  readonly chosen: readonly (number | null)[]
  /** The benchmark of the row, in the unit of its values. */
  readonly mark?: number | null
}

export interface StripInput {
  /** From top to bottom. */
  readonly rows: readonly StripRow[]
  /** The names of the chosen zones. */
  readonly zones: readonly string[]
  readonly lowest: string
  readonly highest: string
}

/** The height at which the rows can be told apart. */
export const stripHeight = (rows: number): number => 64 + Math.max(1, rows) * 44

/** Where a value stands between the lowest and the highest of its row, 0 to 100; 50 where all are equal. */
export function stripPosition({ others, chosen, mark }: StripRow): (value: number) => number {
  const known = [
    ...others,
    ...chosen.filter((value) => value !== null),
    ...(typeof mark === 'number' ? [mark] : []),
  ]
  const low = Math.min(...known)
  const high = Math.max(...known)
  return (value) => (high === low ? 50 : (100 * (value - low)) / (high - low))
}

function crowd(rows: readonly StripRow[]): ScatterSeriesOption {
  const data = rows.flatMap((row, y) => {
    const place = stripPosition(row)
    return row.others.map((value) => [place(value), y])
  })
  return {
    type: 'scatter',
    name: 'others',
    silent: true,
    symbol: 'rect',
    symbolSize: [2, 16],
    itemStyle: { color: CROWD_COLOUR, opacity: 0.4, borderWidth: 0 },
    data,
  }
}

function marks(rows: readonly StripRow[]): ScatterSeriesOption {
  const data = rows.flatMap((row, y) =>
    typeof row.mark === 'number' ? [[stripPosition(row)(row.mark), y]] : [],
  )
  return {
    type: 'scatter',
    name: 'mark',
    silent: true,
    symbol: 'rect',
    symbolSize: [3, 28],
    z: 3,
    itemStyle: { color: CROWD_COLOUR, borderWidth: 0 },
    data,
  }
}

/** The points of a chosen zone, with the row of each: for the chart and its tips. */
export function stripPoints(rows: readonly StripRow[], zone: number) {
  return rows.flatMap((row, y) => {
    const value = row.chosen[zone] ?? null
    return value === null ? [] : [{ row: y, value, at: stripPosition(row)(value) }]
  })
}

/** All zones as grey strokes, a row an indicator, the chosen ones in colour and shape; they stand first. */
export function stripOptions({ rows, zones, lowest, highest }: StripInput): EChartsOption {
  return {
    animation: false,
    grid: { ...GRID, top: 12, bottom: 24 },
    xAxis: {
      type: 'value',
      min: 0,
      max: 100,
      interval: 100,
      splitLine: { show: false },
      axisLabel: {
        formatter: (value: number) => (value === 0 ? lowest : value === 100 ? highest : ''),
        alignMinLabel: 'left',
        alignMaxLabel: 'right',
      },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ name }) => shortName(name)),
      axisTick: { show: false },
      axisLabel: { interval: 0, width: 110, overflow: 'break' },
      splitLine: { show: true },
    },
    series: [
      ...zones.map((name, i): ScatterSeriesOption => {
        return {
          type: 'scatter',
          name: seriesName(name, i),
          symbol: symbolAt(i),
          symbolSize: 13,
          z: 5,
          data: stripPoints(rows, i).map(({ at, row }) => [at, row]),
        }
      }),
      crowd(rows),
      marks(rows),
    ],
  }
}
