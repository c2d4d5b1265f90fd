import type { EChartsOption, SeriesOption } from 'echarts'
import { LEGEND_ROOM } from '#lib/charts/axis.ts'
import { property } from './points.ts'

/** One entry of a legend: the series of a name, and the sign that they are drawn with. */
export interface LegendEntry {
  readonly name: string
  readonly sign: 'line' | 'dashes' | 'bar' | 'circle' | 'diamond' | 'triangle' | 'rect' | 'arrow'
  readonly colour: string
  readonly indexes: readonly number[]
}

const SIGNS = ['circle', 'diamond', 'triangle', 'rect', 'arrow'] as const

const listOf = (thing: unknown): readonly unknown[] =>
  Array.isArray(thing) ? thing : thing === undefined ? [] : [thing]

function signOf(series: unknown): LegendEntry['sign'] {
  const type = property(series, 'type')
  if (type === 'bar') return 'bar'
  if (type === 'line') {
    const stroke = property(property(series, 'lineStyle'), 'type')
    return stroke === 'dashed' || stroke === 'dotted' ? 'dashes' : 'line'
  }
  const symbol = property(series, 'symbol')
  return SIGNS.find((sign) => sign === symbol) ?? 'circle'
}

function ownColour(series: unknown): string | null {
  const key = property(series, 'type') === 'line' ? 'lineStyle' : 'itemStyle'
  const colour = property(property(series, key), 'color')
  return typeof colour === 'string' ? colour : null
}

/** The names that the option's legend asks for: plain ones, or objects with a name. */
function asked(option: EChartsOption): string[] {
  return listOf(property(listOf(option.legend)[0], 'data')).flatMap((entry) => {
    const name = typeof entry === 'string' ? entry : property(entry, 'name')
    return typeof name === 'string' ? [name] : []
  })
}

/**
 * The legend as the page shows it: ECharts gives each new name among the series without a colour of
 * their own the next colour of the theme, and this counts as it does.
 */
export function legendOf(option: EChartsOption, colours: readonly string[]): LegendEntry[] {
  const series = listOf(option.series)
  const palette = new Map<string, string>()
  series.forEach((one, i) => {
    const name = property(one, 'name')
    const key = typeof name === 'string' ? name : `\0${String(i)}`
    if (ownColour(one) !== null || palette.has(key)) return
    palette.set(key, colours[palette.size % colours.length] ?? 'currentColor')
  })
  return asked(option).flatMap((name) => {
    const indexes = series.flatMap((one, i) => (property(one, 'name') === name ? [i] : []))
    const first = series[indexes[0] ?? -1]
    if (first === undefined) return []
    const colour = ownColour(first) ?? palette.get(name) ?? 'currentColor'
    return [{ name, sign: signOf(first), colour, indexes }]
  })
}

// The plot takes the room that the legend leaves.
function withoutRoom({ legend, grid }: EChartsOption): Pick<EChartsOption, 'grid'> {
  if (typeof grid !== 'object' || Array.isArray(grid)) return {}
  const spared = (side: 'top' | 'bottom') => {
    const room = grid[side]
    const beside = property(listOf(legend)[0], side) === 0
    return beside && typeof room === 'number' ? { [side]: room - LEGEND_ROOM[side] } : {}
  }
  return { grid: { ...grid, ...spared('top'), ...spared('bottom') } }
}

/** The option without its legend, which the page draws, and without the data of hidden series. */
export function bareOption(option: EChartsOption, hidden: ReadonlySet<number>): EChartsOption {
  const { legend: _, ...others } = option
  const rest = { ...others, ...withoutRoom(option) }
  if (hidden.size === 0) return rest
  // An emptied series keeps its place, so that tips still know their data by number.
  const series = listOf(option.series).map((one, i) =>
    hidden.has(i) && typeof one === 'object' && one !== null ? { ...one, data: [] } : one,
  )
  return { ...rest, series: series as SeriesOption[] }
}
