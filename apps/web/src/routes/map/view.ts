import type { Values, ZoneMap } from '@permu/api/client'
import { classAt, valueClasses, type ValueClass } from '#lib/charts/map/classes.ts'
import type { Paint } from '#lib/charts/map/options.ts'
import { formatQuantity, name } from '#lib/format.ts'
import type { Locale } from '#lib/i18n/index.ts'
import type { MapTexts } from './messages.ts'

/** A zone in the outline with what the map says of it. */
export interface Placed {
  readonly zone: string
  readonly name: string
  readonly value: number | null
  readonly reason: string | null
  /** The place of its class; −1 without a value. */
  readonly group: number
}

/** What the map shows: zones highest first, a paint for each feature. */
export interface MapView {
  readonly classes: readonly ValueClass[]
  readonly placed: readonly Placed[]
  readonly paints: readonly Paint[]
  readonly unit: string | null
}

/** Values onto features; each zone counts once, however many features it has. */
export function mapView(map: ZoneMap, values: Values): MapView {
  const rows = new Map(values.zones.map((zone, i) => [zone.id, { zone, i }]))
  const reasons = new Map(values.missing.map(({ zone, reason }) => [zone, reason]))
  const drawn = [...new Set(map.features.flatMap(({ zone }) => zone ?? []))]
  const found = drawn.map((id) => {
    const row = rows.get(id)
    const value = row ? (values.values[row.i]?.[0] ?? null) : null
    const reason = value === null ? (reasons.get(id) ?? 'not-reported') : null
    return { zone: id, name: row?.zone.name ?? id, value, reason }
  })
  const classes = valueClasses(found.flatMap(({ value }) => value ?? []))
  const placed = found
    .map((one) => ({ ...one, group: one.value === null ? -1 : classAt(classes, one.value) }))
    .sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity) || 0)
  const groups = new Map(placed.map(({ zone, group }) => [zone, group]))
  const paints = map.features.map(({ zone }): Paint => {
    if (zone === null) return 'unmatched'
    const group = groups.get(zone) ?? -1
    return group < 0 ? 'missing' : group
  })
  return { classes, placed, paints, unit: values.indicators[0]?.unit ?? null }
}

/** One sentence: how many zones have a value, which is highest, what is not on the map. */
export function mapVerdict(
  { map, values, view }: { map: ZoneMap; values: Values; view: MapView },
  { t, locale }: { t: MapTexts; locale: Locale },
): string {
  const quantity = values.indicators[0]
  const [top] = view.placed
  const n = view.placed.filter(({ value }) => value !== null).length
  const clauses = [t.verdict(quantity ? name(quantity.name, locale) : '', n, view.placed.length)]
  if (top && top.value !== null) {
    clauses.push(t.highest(top.name, formatQuantity(top.value, view.unit, { locale })))
  }
  if (map.unmatched.length > 0) clauses.push(t.unmatchedClause(map.unmatched.length))
  if (map.absent.length > 0) clauses.push(t.absentClause(map.absent.length))
  return clauses.join(t.comma) + t.stop
}
