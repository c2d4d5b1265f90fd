import type { EChartsOption } from 'echarts'

/** One drawn datum: which series of the option, and which of its data. */
export interface ChartPoint {
  readonly seriesIndex: number
  readonly dataIndex: number
}

/** A point with its coordinates on the axes (a category counts from 0). */
export interface PlacedPoint extends ChartPoint {
  readonly at: readonly [number, number]
}

/** Above this many points the server draws no picture: it would weigh more than its page. */
export const PICTURE_POINTS = 500

/** A property of something of unknown shape, such as a part of an option. */
export function property(thing: unknown, key: string): unknown {
  return typeof thing === 'object' && thing !== null ? Reflect.get(thing, key) : undefined
}

function valueOf(datum: unknown): unknown {
  return typeof datum === 'object' && !Array.isArray(datum) ? property(datum, 'value') : datum
}

function isCategory(axis: unknown): boolean {
  return property(Array.isArray(axis) ? axis[0] : axis, 'type') === 'category'
}

function placed(value: unknown, index: number, sideways: boolean): [number, number] | null {
  if (Array.isArray(value)) {
    const [x, y] = value.map(Number)
    return x === undefined || y === undefined || Number.isNaN(x + y) ? null : [x, y]
  }
  if (typeof value !== 'number' || Number.isNaN(value)) return null
  return sideways ? [value, index] : [index, value]
}

/** All points a reader can walk with the arrow keys, in drawing order; silent series are decoration. */
export function pointsOf(option: EChartsOption): PlacedPoint[] {
  const series: unknown[] = Array.isArray(option.series) ? option.series : [option.series]
  const sideways = isCategory(option.yAxis)
  return series.flatMap((one, seriesIndex) => {
    const data = property(one, 'data')
    if (property(one, 'silent') === true || !Array.isArray(data)) return []
    return data.flatMap((datum: unknown, dataIndex) => {
      const at = placed(valueOf(datum), dataIndex, sideways)
      return at ? [{ seriesIndex, dataIndex, at }] : []
    })
  })
}
