import type { EChartsOption } from 'echarts'

/** One drawn datum: which series of the option, and which of its data. */
export interface ChartPoint {
  readonly seriesIndex: number
  readonly dataIndex: number
}

interface DrawnSeries {
  readonly silent?: boolean
  readonly data?: unknown
}

function isDrawn(series: unknown): series is DrawnSeries {
  return typeof series === 'object' && series !== null
}

function isPresent(datum: unknown): boolean {
  if (datum === null || datum === undefined || datum === '-') return false
  if (typeof datum !== 'object' || Array.isArray(datum)) return true
  const value: unknown = Reflect.get(datum, 'value')
  return value !== null && value !== undefined && value !== '-'
}

/** All points a reader can walk with the arrow keys, in drawing order; silent series are decoration. */
export function pointsOf(option: EChartsOption): ChartPoint[] {
  const series: unknown[] = Array.isArray(option.series) ? option.series : [option.series]
  return series.flatMap((one, seriesIndex) => {
    if (!isDrawn(one) || one.silent === true || !Array.isArray(one.data)) return []
    return one.data.flatMap((datum: unknown, dataIndex) =>
      isPresent(datum) ? [{ seriesIndex, dataIndex }] : [],
    )
  })
}
