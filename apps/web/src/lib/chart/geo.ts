import type { EChartsOption } from 'echarts'
import type { registerMap as Register } from './echarts-map.ts'
import type { ECharts } from './echarts.ts'
import { readTokens, themeOf } from './theme.ts'

/** A feature under the pointer or the keyboard, with its place in pixels. */
export interface PointedFeature {
  readonly feature: number
  readonly left: number
  readonly top: number
}

export interface GeoEvents {
  hover(pointed: PointedFeature | null): void
  select(feature: number): void
}

/** What a map is drawn from: an outline under a name of its own, and an option that names it. */
export interface GeoDrawing {
  readonly name: string
  readonly outline: Parameters<typeof Register>[1]
  readonly option: EChartsOption
}

interface PointerEvent {
  readonly name?: string
  readonly event?: { readonly offsetX: number; readonly offsetY: number }
}

function listen(chart: ECharts, events: GeoEvents): void {
  chart.on('mousemove', ({ name, event }: PointerEvent) => {
    events.hover({ feature: Number(name), left: event?.offsetX ?? 0, top: event?.offsetY ?? 0 })
  })
  chart.on('mouseout', () => events.hover(null))
  chart.on('globalout', () => events.hover(null))
  chart.on('click', ({ name }: PointerEvent) => events.select(Number(name)))
}

/** A map in its own module: no other page loads the part of ECharts that draws outlines. */
export function createGeoChart(events: GeoEvents) {
  let chart: ECharts | null = null
  let wanted: GeoDrawing | null = null
  let register: typeof Register | null = null
  let marked: number | null = null

  const draw = () => {
    if (!chart || !wanted) return
    register?.(wanted.name, wanted.outline)
    chart.setOption(wanted.option, { notMerge: true })
  }
  const mark = (type: 'highlight' | 'downplay', feature: number) =>
    chart?.dispatchAction({ type, seriesIndex: 0, dataIndex: feature })

  const attach = (element: HTMLElement) => {
    let sizes: ResizeObserver | null = null
    let gone = false
    void import('./echarts-map.ts').then(({ init, registerMap }) => {
      if (gone) return
      register = registerMap
      chart = init(element, themeOf(readTokens(element)), { renderer: 'canvas' })
      chart.on('finished', () => element.setAttribute('data-chart-ready', ''))
      listen(chart, events)
      draw()
      sizes = new ResizeObserver(() => chart?.resize())
      sizes.observe(element)
    })
    return () => {
      gone = true
      sizes?.disconnect()
      chart?.dispose()
      chart = null
    }
  }

  return {
    attach,
    update(drawing: GeoDrawing) {
      wanted = drawing
      draw()
    },
    point(feature: number | null, at: readonly [number, number]) {
      if (marked !== null) mark('downplay', marked)
      marked = feature
      if (!chart || feature === null) return events.hover(null)
      mark('highlight', feature)
      const pixel: unknown = chart.convertToPixel({ seriesIndex: 0 }, [...at])
      const [left, top] = Array.isArray(pixel) ? pixel.map(Number) : []
      events.hover({ feature, left: left ?? 0, top: top ?? 0 })
    },
  }
}
