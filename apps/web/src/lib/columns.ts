import { MISSING_REASONS, columnOf, parseUnit } from '@permu/metrics'
import type { Better, Column, MissingReason } from '@permu/metrics'
import type { Better as SentBetter, Missing, Values } from '@permu/api/client'

/** The values of some zones as the metrics take them: zone i of the metrics is `zones[i]` of the answer. */
export interface ZoneTable {
  readonly values: Values
  readonly zones: readonly number[]
  readonly size: number
  readonly column: (id: string) => Column | undefined
  readonly gap: (zone: number, id: string) => Missing | undefined
}

/** The zones of one type, or of all where it is null. */
export function zoneTable(values: Values, type: string | null = null): ZoneTable {
  const zones = values.zones.flatMap((zone, i) => (type === null || zone.type === type ? [i] : []))
  const missing = new Map(values.missing.map((gap) => [`${gap.zone}\t${gap.indicator}`, gap]))
  const gapOf = (row: number, id: string) => missing.get(`${values.zones[row]?.id ?? ''}\t${id}`)
  const made = new Map<string, Column>()
  const column = (id: string): Column | undefined => {
    const known = made.get(id)
    if (known) return known
    const k = values.indicators.findIndex((quantity) => quantity.id === id)
    const quantity = values.indicators[k]
    if (!quantity) return undefined
    const cells = zones.map((row) => values.values[row]?.[k] ?? reasonOf(gapOf(row, id)?.reason))
    const fresh = columnOf(cells, quantity.unit === null ? null : parseUnit(quantity.unit))
    made.set(id, fresh)
    return fresh
  }
  return { values, zones, size: zones.length, column, gap: (i, id) => gapOf(zones[i] ?? -1, id) }
}

/** Id, name and type of zone i of a table. */
export function zoneAt({ values, zones }: Pick<ZoneTable, 'values' | 'zones'>, i: number) {
  const { id = '', name = '', type = null } = values.zones[zones[i] ?? -1] ?? {}
  return { zone: id, name, type }
}

/** A direction as the metrics take it; an open end of a target is null in JSON. */
export function betterOf(better: SentBetter): Better {
  if (typeof better === 'string') return better
  const [low, high] = better.target
  return { target: [low ?? -Infinity, high ?? Infinity] }
}

function reasonOf(text: string | undefined): MissingReason {
  return MISSING_REASONS.find((reason) => reason === text) ?? 'not-reported'
}
