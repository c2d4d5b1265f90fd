import type { EChartsOption, LineSeriesOption, ScatterSeriesOption } from 'echarts'
import { shortName } from '#lib/charts/axis.ts'
import { CROWD_COLOUR, seriesName, symbolAt } from '#lib/charts/series.ts'

export interface RadarInput {
  /** The indicators clockwise from the top, always in this order. */
  readonly axes: readonly string[]
  /** At most {@link RADAR_MOST}: the share of the zones left behind on each axis; null leaves a gap. */
  readonly zones: readonly { readonly name: string; readonly shares: readonly (number | null)[] }[]
}

/** More outlines than this cannot be read. */
export const RADAR_MOST = 2
/** Fewer axes make no polygon. */
export const RADAR_AXES = 3
export const RADAR_HEIGHT = 400

// The plot is square, whatever the width of the page, or angles and radii would be bent.
const SIDE = 350
const REACH = 1.7
const RINGS = [0.25, 0.5, 0.75, 1]

type Place = [number, number]

/** Where a share stands on an axis of so many, the first one upright; the centre is 0. */
export function radarPlace(share: number, axis: number, of: number): Place {
  const angle = Math.PI / 2 - (2 * Math.PI * axis) / of
  // Adding 0 makes −0 plain.
  const round = (value: number) => Math.round(value * 1e6) / 1e6 + 0
  return [round(share * Math.cos(angle)), round(share * Math.sin(angle))]
}

function outline(points: readonly (Place | null)[]): (Place | ['-', '-'])[] {
  return [...points, points[0] ?? null].map((point) => point ?? ['-', '-'])
}

const line = (name: string, data: (Place | ['-', '-'])[]): LineSeriesOption => ({
  type: 'line',
  name,
  silent: true,
  symbol: 'none',
  data,
})

function web(of: number): LineSeriesOption[] {
  const axes = Array.from({ length: of }, (_, axis) => axis)
  const grey = { color: CROWD_COLOUR, width: 1, opacity: 0.35 }
  const rings = RINGS.map((ring) => outline(axes.map((axis) => radarPlace(ring, axis, of))))
  const spokes = axes.map((axis): Place[] => [[0, 0], radarPlace(1, axis, of)])
  return [...rings, ...spokes].map((data) => ({ ...line('web', data), z: 1, lineStyle: grey }))
}

function titles(axes: readonly string[]): ScatterSeriesOption {
  return {
    type: 'scatter',
    name: 'titles',
    silent: true,
    symbolSize: 0.1,
    data: axes.map((name, axis) => {
      const [x, y] = radarPlace(1.08, axis, axes.length)
      const side = Math.abs(x) < 0.2 ? (y > 0 ? 'top' : 'bottom') : x > 0 ? 'right' : 'left'
      return { value: [x, y], name: shortName(name, 30), label: { position: side } }
    }),
    label: {
      show: true,
      distance: 2,
      width: 66,
      fontSize: 11,
      overflow: 'break',
      formatter: ({ name }: { name: string }) => name,
    },
  }
}

/** The axes of a zone that have a value, in the order of its points: for the chart and its tips. */
export function radarPoints({ shares }: RadarInput['zones'][number]) {
  return shares.flatMap((share, axis) => (share === null ? [] : [{ axis, share }]))
}

/** Outlines of one or two zones on percentile axes, without fill; first the points a reader walks. */
export function radarOptions({ axes, zones }: RadarInput): EChartsOption {
  const shown = axes.length < RADAR_AXES ? [] : zones.slice(0, RADAR_MOST)
  const of = axes.length
  const hidden = { type: 'value' as const, min: -REACH, max: REACH, show: false }
  return {
    animation: false,
    grid: { left: 'center', top: 'middle', width: SIDE, height: SIDE },
    xAxis: hidden,
    yAxis: hidden,
    series: [
      ...shown.map((zone, i): ScatterSeriesOption => {
        const data = radarPoints(zone).map(({ axis, share }) => radarPlace(share, axis, of))
        return {
          type: 'scatter',
          name: seriesName(zone.name, i),
          symbol: symbolAt(i),
          symbolSize: 10,
          z: 5,
          data,
        }
      }),
      ...shown.map((zone, i): LineSeriesOption => {
        const places = zone.shares.map((share, axis) =>
          share === null ? null : radarPlace(share, axis, of),
        )
        const type = i === 0 ? 'solid' : 'dashed'
        const drawn = line(seriesName(zone.name, i), outline(places))
        return { ...drawn, z: 4, lineStyle: { width: 2, type } }
      }),
      ...(shown.length > 0 ? [...web(of), titles(axes)] : []),
    ],
  }
}
