import type { EChartsOption } from 'echarts'
import { GRID, shortName } from '#lib/charts/axis.ts'

export interface HeatInput {
  /** From top to bottom. */
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  /** One number a column for each row; null = no cell. */
  readonly cells: readonly (readonly (number | null)[])[]
  /** `share`: 0 to 1, one hue; `correlation`: −1 to 1, two hues. */
  readonly scale: 'share' | 'correlation'
  readonly columnTitle?: string
  /** What stands in a cell; nothing unless given. */
  readonly text?: ((value: number) => string) | undefined
}

// Hues that show on light and dark paper; the lowest is nearly none.
const NONE = 'rgba(128, 128, 128, 0.07)'
const BLUE = '#2b8cc4'
const ORANGE = '#d97a2b'
const SCALES = {
  share: { min: 0, max: 1, inRange: { color: [NONE, BLUE] } },
  correlation: { min: -1, max: 1, inRange: { color: [ORANGE, NONE, BLUE] } },
} as const

/** The height at which rows can be told apart. */
export const heatHeight = (rows: number): number => 64 + Math.max(1, rows) * 24

/** A cell by the place at which the chart draws it. */
export function heatCells({ cells }: Pick<HeatInput, 'cells'>) {
  return cells.flatMap((row, y) =>
    row.flatMap((value, x) => (value === null ? [] : [{ x, y, value }])),
  )
}

/** A matrix of numbers as coloured cells. */
export function heatOptions(input: HeatInput): EChartsOption {
  const { rows, columns, scale, columnTitle = '', text } = input
  const axis = { type: 'category' as const, axisTick: { show: false }, splitArea: { show: false } }
  return {
    animation: false,
    grid: { ...GRID, top: columnTitle === '' ? 8 : 44, bottom: 8, right: 8 },
    xAxis: {
      ...axis,
      data: columns.map((name) => shortName(name, 10)),
      position: 'top',
      name: columnTitle,
      nameLocation: 'middle',
      nameGap: 26,
    },
    yAxis: { ...axis, data: rows.map((name) => shortName(name)), inverse: true },
    visualMap: { show: false, type: 'continuous', ...SCALES[scale] },
    series: [
      {
        type: 'heatmap',
        data: heatCells(input).map(({ x, y, value }) => [x, y, value]),
        label: {
          show: text !== undefined,
          textBorderWidth: 0,
          formatter: ({ value }) => {
            const cell: unknown = Array.isArray(value) ? value[2] : null
            return typeof cell === 'number' && text ? text(cell) : ''
          },
        },
      },
    ],
  }
}
