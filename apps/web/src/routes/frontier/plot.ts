import type { Frontier } from '@permu/api/client'
import type { Returns } from '#lib/charts/frontier/hull.ts'
import {
  inputLine,
  outputLine,
  productionLine,
  type PlanePoint,
} from '#lib/charts/frontier/hull.ts'
import type { FrontierPoint } from '#lib/charts/frontier/options.ts'
import { name } from '#lib/format.ts'
import type { Locale } from '#lib/i18n/index.ts'

type Row = Frontier['rows'][number]

interface Axis {
  readonly name: string
  readonly unit: string | null
}

/** The zones in a plane; `line` is empty where the plane does not hold the whole frontier. */
export interface Plot {
  readonly kind: 'production' | 'outputs' | 'inputs'
  readonly x: Axis
  readonly y: Axis
  /** Beside the rows that are drawn. */
  readonly points: readonly (FrontierPoint & { readonly zone: string })[]
  readonly line: readonly PlanePoint[]
  /** Whether there are more quantities than the two or three that are drawn. */
  readonly part: boolean
}

interface View {
  readonly kind: Plot['kind']
  readonly x: readonly [string, string | null]
  readonly y: readonly [string, string | null]
}

// A quantity, and the one that it is divided by.
function viewOf({ inputs, outputs }: Frontier['method']): View | null {
  const [i, j] = inputs.map(({ id }) => id)
  const [o, p] = outputs.map(({ id }) => id)
  if (i === undefined || o === undefined) return null
  if (p !== undefined) return { kind: 'outputs', x: [o, i], y: [p, i] }
  if (j !== undefined) return { kind: 'inputs', x: [i, o], y: [j, o] }
  return { kind: 'production', x: [i, null], y: [o, null] }
}

/** What the chart shows: input against output, or ratios where there are more quantities. */
export function plotOf(frontier: Frontier, selected: string | null, locale: Locale): Plot | null {
  const { method, rows } = frontier
  const view = viewOf(method)
  if (!view) return null
  const chosen = rows.find(({ zone }) => zone === selected)
  const peers = new Set(chosen?.peers.map(({ zone }) => zone))
  const points = rows.flatMap((row) => {
    const [x, y] = [placeOf(row, view.x), placeOf(row, view.y)]
    if (x === null || y === null) return []
    const role =
      row === chosen ? ('chosen' as const) : peers.has(row.zone) ? ('peer' as const) : null
    return [{ zone: row.zone, name: row.name, x, y, efficient: isEfficient(row), role }]
  })
  const counted = method.inputs.length + method.outputs.length
  const part = counted > (view.kind === 'production' ? 2 : 3)
  return {
    kind: view.kind,
    x: axisOf(method, view.x, locale),
    y: axisOf(method, view.y, locale),
    points,
    line: part ? [] : lineOf(view.kind, points, method.returns),
    part,
  }
}

// Not the weakly efficient: they could do with less of something.
const isEfficient = ({ status, efficiency, reason }: Row) =>
  status === 'efficient' || reason === 'infeasible' || (efficiency ?? 0) > 1

function placeOf({ values }: Row, [over, under]: View['x']): number | null {
  const value = values[over] ?? null
  if (under === null || value === null) return value
  const divisor = values[under] ?? null
  return divisor === null || divisor === 0 ? null : value / divisor
}

function axisOf(method: Frontier['method'], [over, under]: View['x'], locale: Locale): Axis {
  const quantity = (id: string) =>
    [...method.inputs, ...method.outputs].find((one) => one.id === id)
  const upper = quantity(over)
  const title = upper ? name(upper.name, locale) : over
  if (under === null) return { name: title, unit: upper?.unit ?? null }
  const lower = quantity(under)
  const units = [upper?.unit ?? '?', lower?.unit ?? '?']
  return { name: `${title} ÷ ${lower ? name(lower.name, locale) : under}`, unit: units.join('/') }
}

const RETURNS: readonly Returns[] = ['constant', 'variable', 'non-increasing', 'non-decreasing']

// Ratios hold the frontier under constant returns only.
function lineOf(kind: Plot['kind'], points: readonly PlanePoint[], asked: string): PlanePoint[] {
  const returns = RETURNS.find((one) => one === asked) ?? 'constant'
  if (kind === 'production') return productionLine(points, returns)
  if (returns !== 'constant') return []
  return kind === 'outputs' ? outputLine(points) : inputLine(points)
}
