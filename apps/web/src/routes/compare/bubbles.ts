import type { EChartsOption, ScatterSeriesOption } from 'echarts'
import {
  scatterGroups,
  scatterOptions,
  type ScatterInput,
  type ScatterPoint,
} from '#lib/charts/scatter/options.ts'

const SMALLEST = 8
const LARGEST = 36

/** A point whose area stands for the land of the zone. */
export interface Bubble extends ScatterPoint {
  readonly land: number | null
}

export interface BubbleInput extends Omit<ScatterInput, 'points'> {
  readonly points: readonly Bubble[]
}

/** The diameter of a bubble: its area grows with the land, the largest land being `most`. */
export function bubbleSize(land: number | null, most: number): number {
  if (land === null || land <= 0 || most <= 0) return SMALLEST
  return Math.max(SMALLEST, LARGEST * Math.sqrt(land / most))
}

/** The scatter of two quantities, with bubbles where the land of the zones is known. */
export function bubbleOptions(input: BubbleInput): EChartsOption {
  const option = scatterOptions(input)
  const most = Math.max(0, ...input.points.map(({ land }) => land ?? 0))
  if (most === 0 || !Array.isArray(option.series)) return option
  const groups = scatterGroups(input.points)
  const lands = new Map(input.points.map((point) => [point.name, point.land]))
  const series = option.series.map((one, g): typeof one => {
    if (one.type !== 'scatter') return one
    const points = groups[g] ?? []
    const data: ScatterSeriesOption['data'] = points.map(({ x, y, name }) => ({
      value: [x, y],
      name,
      symbolSize: bubbleSize(lands.get(name) ?? null, most),
    }))
    return { ...one, large: false, data }
  })
  return { ...option, series }
}
