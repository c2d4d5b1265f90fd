import type { EChartsOption, ScatterSeriesOption } from 'echarts'
import { GRID, axisTitle, shortName, tickLabel, type AxisQuantity } from '#lib/charts/axis.ts'
import type { Locale } from '#lib/i18n/index.ts'

export interface ScatterPoint {
  readonly name: string
  readonly x: number
  readonly y: number
  /** Points of one group share a colour, such as the type of the zone. */
  readonly group?: string | null
  /** Drawn on top with its name. */
  readonly picked?: boolean
}

export interface ScatterInput {
  readonly points: readonly ScatterPoint[]
  readonly x: AxisQuantity
  readonly y: AxisQuantity
  readonly locale: Locale
  /** Reference lines, such as the medians. */
  readonly marks?: { readonly x?: Mark; readonly y?: Mark } | undefined
  readonly logX?: boolean
  readonly logY?: boolean
}

interface Mark {
  readonly value: number
  readonly label: string
}

const CROWD = 1000
/** Room on the right for the name of a picked point. */
const NAMED = 120

/** The points in the order in which the chart draws them, series by series: for tips and links. */
export function scatterGroups(
  points: readonly ScatterPoint[],
): readonly (readonly ScatterPoint[])[] {
  const groups = new Map<string, ScatterPoint[]>()
  for (const point of points) {
    if (point.picked === true) continue
    const key = point.group ?? ''
    groups.set(key, [...(groups.get(key) ?? []), point])
  }
  const picked = points.filter((point) => point.picked === true)
  return [...groups.values(), ...(picked.length > 0 ? [picked] : [])]
}

function marksOf({ marks }: ScatterInput) {
  const { x, y } = marks ?? {}
  const data = [
    ...(x ? [{ xAxis: x.value, label: { formatter: x.label } }] : []),
    ...(y ? [{ yAxis: y.value, label: { formatter: y.label } }] : []),
  ]
  if (data.length === 0) return {}
  const lineStyle = { type: 'dashed' as const, width: 1 }
  return { markLine: { silent: true, symbol: 'none', lineStyle, data } }
}

function seriesOf(points: readonly ScatterPoint[]): ScatterSeriesOption {
  const [first] = points
  const picked = first?.picked === true
  return {
    type: 'scatter',
    name: picked ? ' ' : (first?.group ?? ''),
    symbolSize: picked ? 12 : points.length > CROWD ? 5 : 8,
    ...(points.length > CROWD ? { large: true } : {}),
    data: points.map(({ x, y, name }) => ({ value: [x, y], name })),
    ...(picked
      ? {
          z: 5,
          labelLayout: { moveOverlap: 'shiftY' as const, hideOverlap: true },
          label: {
            show: true,
            position: 'right' as const,
            formatter: ({ name }: { name: string }) => shortName(name),
          },
        }
      : { itemStyle: { opacity: 0.75 } }),
  }
}

function axisOf(quantity: AxisQuantity, locale: Locale, log: boolean) {
  return {
    type: log ? ('log' as const) : ('value' as const),
    name: axisTitle(quantity, locale),
    scale: true,
    axisLabel: { formatter: tickLabel(locale), hideOverlap: true },
    splitNumber: 5,
  }
}

/** Two quantities against each other, one point a zone. */
export function scatterOptions(input: ScatterInput): EChartsOption {
  const { x, y, locale } = input
  const series = scatterGroups(input.points).map(seriesOf)
  const [first, ...rest] = series
  const names = series.flatMap(({ name }) =>
    typeof name === 'string' && name.trim() !== '' ? [name] : [],
  )
  return {
    animation: false,
    grid: {
      ...GRID,
      bottom: 36,
      right: input.points.some(({ picked }) => picked === true) ? NAMED : GRID.right,
    },
    ...(names.length > 1 ? { legend: { data: names } } : {}),
    xAxis: { ...axisOf(x, locale, input.logX === true), nameLocation: 'middle', nameGap: 28 },
    yAxis: {
      ...axisOf(y, locale, input.logY === true),
      nameLocation: 'end',
      nameTextStyle: { align: 'left' },
    },
    series: first ? [{ ...first, ...marksOf(input) }, ...rest] : [],
  }
}
