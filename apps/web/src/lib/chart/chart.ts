import type { EChartsOption } from 'echarts'
import type { ECharts } from './echarts.ts'
import type { ChartPoint } from './points.ts'
import { readTokens, themeOf } from './theme.ts'

/** A point under the pointer or the keyboard, with its place in the plot in pixels. */
export interface Pointed extends ChartPoint {
  readonly left: number
  readonly top: number
}

export interface ChartEvents {
  hover(pointed: Pointed | null): void
  select?(point: ChartPoint): void
}

export interface ChartHandle {
  /** To be used as `{@attach handle.attach}` on the element the plot fills. */
  attach(element: HTMLElement): () => void
  update(option: EChartsOption): void
  /** Marks one point as the pointer would; null takes the mark away. */
  point(point: ChartPoint | null): void
}

interface MouseEvent {
  readonly seriesIndex?: number
  readonly dataIndex: number
  readonly event?: { readonly offsetX: number; readonly offsetY: number }
}

function listen(chart: ECharts, events: ChartEvents): void {
  const at = ({ seriesIndex, dataIndex }: MouseEvent): ChartPoint | null =>
    seriesIndex === undefined ? null : { seriesIndex, dataIndex }
  chart.on('mousemove', (event: MouseEvent) => {
    const point = at(event)
    if (!point) return
    events.hover({ ...point, left: event.event?.offsetX ?? 0, top: event.event?.offsetY ?? 0 })
  })
  chart.on('globalout', () => events.hover(null))
  chart.on('mouseout', () => events.hover(null))
  chart.on('click', (event: MouseEvent) => {
    const point = at(event)
    if (point) events.select?.(point)
  })
}

function placeOf(chart: ECharts, point: ChartPoint): Pointed {
  const series: unknown = chart.getOption()['series']
  const one: unknown = Array.isArray(series) ? series[point.seriesIndex] : null
  const data: unknown = typeof one === 'object' && one !== null ? Reflect.get(one, 'data') : null
  const datum: unknown = Array.isArray(data) ? data[point.dataIndex] : null
  const value: unknown =
    typeof datum === 'object' && datum !== null && !Array.isArray(datum)
      ? Reflect.get(datum, 'value')
      : datum
  const horizontal = typeof one === 'object' && one !== null && Reflect.get(one, 'encode')
  const pair = Array.isArray(value)
    ? value.map(Number)
    : horizontal
      ? [Number(value), point.dataIndex]
      : [point.dataIndex, Number(value)]
  const pixel = chart.convertToPixel({ seriesIndex: point.seriesIndex }, pair)
  const [left = 0, top = 0] = Array.isArray(pixel) ? pixel : []
  return { ...point, left, top }
}
