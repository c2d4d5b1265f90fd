import type { EChartsOption } from 'echarts'
import { GRID, axisTitle, shortName, tickLabel, type AxisQuantity } from '#lib/charts/axis.ts'
import type { Locale } from '#lib/i18n/index.ts'
import type { PlanePoint } from './hull.ts'

export interface FrontierPoint extends PlanePoint {
  readonly name: string
  readonly efficient: boolean
  /** `chosen`, or a peer of the chosen one: named, and linked with a line. */
  readonly role: 'chosen' | 'peer' | null
}

export interface FrontierInput {
  readonly points: readonly FrontierPoint[]
  /** The frontier itself; empty where the view cannot show it. */
  readonly line: readonly PlanePoint[]
  readonly x: AxisQuantity
  readonly y: AxisQuantity
  readonly locale: Locale
  readonly words: { readonly efficient: string; readonly other: string; readonly line: string }
}

/** Room on the right for the name of a point. */
const NAMED = 110

/** The points in drawing order, series by series: all others, then the efficient ones. */
export function frontierGroups(
  points: readonly FrontierPoint[],
): readonly [readonly FrontierPoint[], readonly FrontierPoint[]] {
  return [points.filter(({ efficient }) => !efficient), points.filter(({ efficient }) => efficient)]
}

function scatter(name: string, points: readonly FrontierPoint[], efficient: boolean) {
  return {
    type: 'scatter' as const,
    name,
    z: efficient ? 4 : 3,
    symbol: efficient ? 'diamond' : 'circle',
    labelLayout: { moveOverlap: 'shiftY' as const, hideOverlap: true },
    data: points.map((point) => ({
      name: point.name,
      value: [point.x, point.y],
      symbolSize: point.role === 'chosen' ? 15 : efficient ? 12 : 8,
      label: {
        show: point.role !== null,
        position: 'right' as const,
        formatter: shortName(point.name),
      },
    })),
  }
}

// From the chosen zone to each of its peers.
function links(points: readonly FrontierPoint[]) {
  const chosen = points.find(({ role }) => role === 'chosen')
  if (!chosen) return []
  return points.flatMap(({ role, x, y }) =>
    role === 'peer'
      ? [
          {
            type: 'line' as const,
            silent: true,
            symbol: 'none',
            z: 2,
            lineStyle: { type: 'dashed' as const, width: 1.2, color: '#888888' },
            data: [
              [chosen.x, chosen.y],
              [x, y],
            ],
          },
        ]
      : [],
  )
}

/** Zones in the plane of two quantities, with the frontier, and the peers of one of them. */
export function frontierOptions(input: FrontierInput): EChartsOption {
  const { points, line, x, y, locale, words } = input
  const [others, efficient] = frontierGroups(points)
  const named = points.some(({ role }) => role !== null)
  const axis = {
    type: 'value' as const,
    axisLabel: { formatter: tickLabel(locale), hideOverlap: true },
  }
  const shown = [words.other, words.efficient, ...(line.length > 0 ? [words.line] : [])]
  return {
    animation: false,
    grid: { ...GRID, top: 40, bottom: 36, right: named ? NAMED : GRID.right },
    legend: { data: shown },
    xAxis: {
      ...axis,
      name: axisTitle(x, locale),
      nameLocation: 'middle',
      nameGap: 28,
      splitNumber: 5,
    },
    yAxis: {
      ...axis,
      name: axisTitle(y, locale),
      nameLocation: 'end',
      nameTextStyle: { align: 'left' },
    },
    series: [
      scatter(words.other, others, false),
      scatter(words.efficient, efficient, true),
      {
        type: 'line',
        name: words.line,
        silent: true,
        symbol: 'none',
        z: 2,
        data: line.map((point) => [point.x, point.y]),
      },
      ...links(points),
    ],
  }
}
