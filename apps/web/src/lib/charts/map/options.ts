import type { EChartsOption } from 'echarts'
import { aspectOf } from './outline.ts'
import { classColour } from './classes.ts'

/** What a feature is painted as: a class of values, a zone without a value, or no zone at all. */
export type Paint = number | 'missing' | 'unmatched'

export interface MapInput {
  /** The name under which the outline is registered. */
  readonly map: string
  readonly bounds: readonly [number, number, number, number]
  readonly paints: readonly Paint[]
  readonly classes: number
  /** The feature that is chosen; null = none. */
  readonly chosen: number | null
}

const GREY = '#888888'
const PALE = 'rgba(136, 136, 136, 0.10)'

// A new one each time: ECharts writes into it.
const hatch = () => ({
  symbol: 'rect',
  dashArrayX: [1, 0],
  dashArrayY: [2, 5],
  rotation: -Math.PI / 4,
  color: GREY,
})

function styleOf(paint: Paint, classes: number) {
  if (paint === 'unmatched') {
    return { areaColor: PALE, borderColor: GREY, borderType: 'dashed' as const, borderWidth: 1 }
  }
  const border = { borderColor: GREY, borderWidth: 0.8 }
  if (paint === 'missing') return { ...border, areaColor: PALE, decal: hatch() }
  return { ...border, areaColor: classColour(paint, classes) }
}

/** An outline whose features are painted by value; hatched where there is none. */
export function mapOptions({ map, bounds, paints, classes, chosen }: MapInput): EChartsOption {
  return {
    animation: false,
    series: [
      {
        type: 'map',
        map,
        aspectScale: aspectOf(bounds),
        preserveAspect: 'contain',
        selectedMode: false,
        left: 8,
        right: 8,
        top: 8,
        bottom: 8,
        label: { show: false },
        data: paints.map((paint, k) => {
          const style = styleOf(paint, classes)
          const marked = { borderColor: '#d55e00', borderWidth: 3 }
          return {
            name: String(k),
            value: k,
            itemStyle: k === chosen ? { ...style, ...marked } : style,
            emphasis: { label: { show: false }, itemStyle: { ...style, ...marked } },
          }
        }),
      },
    ],
  }
}
