import type { EChartsOption } from 'echarts'
import type { ECharts } from './echarts.ts'
import type { ChartPoint, PlacedPoint } from './points.ts'
import { whenSeen } from './seen.ts'
import { readTokens, themeOf } from './theme.ts'

/** A point under the pointer or the keyboard, with its place in the plot in pixels. */
export interface Pointed extends ChartPoint {
  readonly left: number
  readonly top: number
}

export interface ChartEvents {
  hover(pointed: Pointed | null): void
  select?: ((point: ChartPoint) => void) | undefined
  /** The chart is drawn, and a picture that stood in its place is no longer needed. */
  ready?: (() => void) | undefined
}

export interface ChartHandle {
  /** To be used as `{@attach handle.attach}` on the element the plot fills. */
  readonly attach: (element: HTMLElement) => () => void
  update(option: EChartsOption): void
  /** Marks a point as the pointer would and tells where it is; null takes the mark away. */
  point(point: PlacedPoint | null): void
}

interface PointerEvent {
  readonly seriesIndex?: number
  readonly dataIndex: number
  readonly event?: { readonly offsetX: number; readonly offsetY: number }
}

function listen(chart: ECharts, events: ChartEvents): void {
  chart.on('mousemove', ({ seriesIndex, dataIndex, event }: PointerEvent) => {
    if (seriesIndex === undefined) return
    events.hover({ seriesIndex, dataIndex, left: event?.offsetX ?? 0, top: event?.offsetY ?? 0 })
  })
  chart.on('mouseout', () => events.hover(null))
  chart.on('globalout', () => events.hover(null))
  chart.on('click', ({ seriesIndex, dataIndex }: PointerEvent) => {
    if (seriesIndex !== undefined) events.select?.({ seriesIndex, dataIndex })
  })
}

function placeOf(chart: ECharts, point: PlacedPoint): Pointed {
  const pixel: unknown = chart.convertToPixel({ gridIndex: 0 }, [...point.at])
  const [left, top] = Array.isArray(pixel) ? pixel.map(Number) : []
  return { ...point, left: left ?? 0, top: top ?? 0 }
}

const COLOURS_CHANGE = ['(prefers-color-scheme: dark)', '(forced-colors: active)', 'print']

/** Follows the size of the element, and the colours of the page: the system's, or those of print. */
function follow(element: HTMLElement, chart: ECharts): () => void {
  const sizes = new ResizeObserver(() => chart.resize())
  sizes.observe(element)
  const recolour = () => {
    chart.setTheme(themeOf(readTokens(element)))
    // A printer does not wait for the next frame.
    chart.getZr().flush()
  }
  const media = COLOURS_CHANGE.map((query) => matchMedia(query))
  for (const one of media) one.addEventListener('change', recolour)
  return () => {
    sizes.disconnect()
    for (const one of media) one.removeEventListener('change', recolour)
  }
}

/**
 * The only code that touches ECharts in a page; the library itself is loaded when a chart comes near
 * the window.
 */
export function createChart(events: ChartEvents): ChartHandle {
  let chart: ECharts | null = null
  let wanted: EChartsOption = {}
  let marked: ChartPoint | null = null

  const draw = () => {
    // Tips are drawn in Svelte: ECharts writes HTML from names that come out of files.
    chart?.setOption(wanted, { replaceMerge: ['series'] })
  }
  const mark = (type: 'highlight' | 'downplay', point: ChartPoint) => {
    const { seriesIndex, dataIndex } = point
    chart?.dispatchAction({ type, seriesIndex, dataIndex })
  }

  const attach = (element: HTMLElement) => {
    let stop = () => {}
    let gone = false
    const start = async () => {
      const { init } = await import('./echarts.ts')
      if (gone) return
      chart = init(element, themeOf(readTokens(element)), { renderer: 'canvas' })
      chart.on('finished', () => {
        element.setAttribute('data-chart-ready', '')
        events.ready?.()
      })
      listen(chart, events)
      draw()
      stop = follow(element, chart)
    }
    const forget = whenSeen(element, () => void start())
    return () => {
      gone = true
      forget()
      stop()
      chart?.dispose()
      chart = null
    }
  }

  return {
    attach,
    update(option) {
      wanted = option
      draw()
    },
    point(point) {
      if (marked) mark('downplay', marked)
      marked = point
      if (!chart || !point) return events.hover(null)
      mark('highlight', point)
      events.hover(placeOf(chart, point))
    },
  }
}
