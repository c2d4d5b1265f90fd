import type { EChartsOption } from 'echarts'
import {
  GRID,
  LEGEND_ROOM,
  axisTitle,
  shortName,
  tickLabel,
  type AxisQuantity,
} from '#lib/charts/axis.ts'
import type { Locale } from '#lib/i18n/index.ts'

export interface QuadrantPoint {
  readonly name: string
  readonly x: number
  readonly y: number
  /** Which of the groups it belongs to. */
  readonly group: number
  /** Drawn with its name. */
  readonly named: boolean
}

export interface QuadrantInput {
  readonly points: readonly QuadrantPoint[]
  /** The groups by their names, in the order of the legend. */
  readonly groups: readonly string[]
  readonly x: AxisQuantity
  readonly y: AxisQuantity
  /** What parts much from little, with its name. */
  readonly split: { readonly value: number; readonly label: string } | null
  /** The reference from left to right, and how wide the band is as a share of it. */
  readonly line: readonly (readonly [number, number])[]
  readonly tolerance: number
  readonly words: { readonly line: string; readonly band: string }
  readonly locale: Locale
}

// Shapes as well as colours tell the groups apart.
const SYMBOLS = ['triangle', 'diamond', 'rect', 'arrow', 'circle'] as const
const NAMED = 96
const GREY = '#888888'

/** The points in drawing order, series by series. */
export function quadrantGroups({
  points,
  groups,
}: Pick<QuadrantInput, 'points' | 'groups'>): QuadrantPoint[][] {
  return groups.map((_, k) => points.filter(({ group }) => group === k))
}

function scatter(input: QuadrantInput, points: readonly QuadrantPoint[], k: number) {
  const { split } = input
  const lineStyle = { type: 'dashed' as const, width: 1, color: GREY }
  const label = { formatter: split?.label ?? '', position: 'end' as const }
  const data = split ? [{ xAxis: split.value }] : []
  return {
    type: 'scatter' as const,
    name: input.groups[k] ?? '',
    z: 3,
    symbol: SYMBOLS[k % SYMBOLS.length] ?? 'circle',
    symbolSize: points.length > 300 ? 6 : 10,
    itemStyle: { opacity: 0.85 },
    labelLayout: { moveOverlap: 'shiftY' as const, hideOverlap: true },
    data: points.map(({ x, y, name, named }) => ({
      name,
      value: [x, y],
      label: { show: named, position: 'right' as const, formatter: shortName(name, 10) },
    })),
    ...(k === 0 && split
      ? { markLine: { silent: true, symbol: 'none', lineStyle, label, data } }
      : {}),
  }
}

function reference(input: QuadrantInput, factor: number) {
  const edge = factor !== 1
  return {
    type: 'line' as const,
    name: edge ? input.words.band : input.words.line,
    silent: true,
    symbol: 'none',
    z: 2,
    itemStyle: { color: GREY },
    lineStyle: {
      color: GREY,
      width: edge ? 1 : 2,
      type: edge ? ('dotted' as const) : ('solid' as const),
    },
    data: input.line.map(([x, y]) => [x, y * factor]),
  }
}

/** Zones in the plane of two quantities beside a reference with its band, four quadrants told apart. */
export function quadrantOptions(input: QuadrantInput): EChartsOption {
  const { x, y, locale, groups, words, tolerance, points } = input
  const axis = {
    type: 'value' as const,
    axisLabel: { formatter: tickLabel(locale), hideOverlap: true },
    splitNumber: 5,
  }
  const banded = tolerance > 0
  return {
    animation: false,
    grid: {
      ...GRID,
      top: 56,
      bottom: 44 + LEGEND_ROOM.bottom,
      right: points.some(({ named }) => named) ? NAMED : GRID.right,
    },
    legend: { bottom: 0, left: 0, data: [...groups, words.line, ...(banded ? [words.band] : [])] },
    xAxis: { ...axis, name: axisTitle(x, locale), nameLocation: 'middle', nameGap: 28 },
    yAxis: {
      ...axis,
      name: axisTitle(y, locale),
      nameLocation: 'end',
      // Above the name of the parting line, which ends at the top of the plot.
      nameGap: 28,
      nameTextStyle: { align: 'left' },
    },
    series: [
      ...quadrantGroups(input).map((group, k) => scatter(input, group, k)),
      reference(input, 1),
      ...(banded ? [reference(input, 1 - tolerance), reference(input, 1 + tolerance)] : []),
    ],
  }
}
