import type { Better, Field, Indicator, Names, Series, Values } from '@permu/api/client'
import { percentilePosition } from '#lib/statistics.ts'

/** One quantity of a zone beside the same of all others. */
export interface ProfileRow {
  readonly id: string
  readonly kind: 'indicator' | 'field'
  readonly name: Names
  readonly unit: string | null
  readonly better: Better
  readonly value: number | null
  readonly reason: string | null
  /** Names of the fields to blame for a missing value. */
  readonly blame: readonly Names[]
  readonly place: Place | null
  /** One value a period. */
  readonly trend: readonly (number | null)[]
}

export interface Place {
  /** The share of the other zones that lie below. */
  readonly above: number
  /** Between the lowest and the highest value, in whole percents. */
  readonly at: number
  readonly others: readonly number[]
  readonly count: number
}

export interface ProfileGroup {
  readonly id: string
  readonly name: Names
  readonly rows: readonly ProfileRow[]
}

export interface ProfileInput {
  readonly zone: string
  readonly values: Values
  readonly series: Series
  readonly indicators: readonly Indicator[]
  readonly fields: readonly Field[]
}

const RAW: Names = { zh: '原始数据', en: 'Raw data' }

// A field may bear the id of an indicator.
const keyOf = ({ id, kind }: { id: string; kind: string }) => `${kind} ${id}`

function placeOf(value: number, all: readonly number[]): Place | null {
  const above = percentilePosition(value, all)
  const low = Math.min(...all)
  const span = Math.max(...all) - low
  if (above === null || span === 0) return null
  const percent = (x: number) => Math.round(((x - low) / span) * 100)
  return { above, at: percent(value), others: [...new Set(all.map(percent))], count: all.length }
}

function rowsOf({ zone, values, series, fields }: ProfileInput): ProfileRow[] {
  const at = values.zones.findIndex(({ id }) => id === zone)
  const trends = new Map(
    series.indicators.map((one, k) => [keyOf(one), series.values[k]?.[0] ?? []]),
  )
  const names = new Map(fields.map((field) => [field.id, field.name]))
  const lacks = new Map(
    values.missing.filter((one) => one.zone === zone).map((one) => [one.indicator, one]),
  )
  return values.indicators.map(({ id, kind, name, unit, better }, k) => {
    const value = values.values[at]?.[k] ?? null
    const missing = lacks.get(id)
    const all = values.values.flatMap((row) => row[k] ?? [])
    return {
      id,
      kind,
      name,
      unit,
      better,
      value,
      reason: value === null ? (missing?.reason ?? 'not-reported') : null,
      blame: (missing?.fields ?? []).flatMap((field) => names.get(field) ?? []),
      place: value === null ? null : placeOf(value, all),
      trend: trends.get(keyOf({ id, kind })) ?? [],
    }
  })
}

/** All quantities of a zone by family of indicators, the raw fields last. */
export function profileOf(input: ProfileInput): ProfileGroup[] {
  const families = new Map(input.indicators.map(({ id, family }) => [id, family]))
  const groups = new Map<string, { id: string; name: Names; rows: ProfileRow[] }>()
  for (const row of rowsOf(input)) {
    const family = row.kind === 'indicator' ? families.get(row.id) : undefined
    const { id, name } = family ?? { id: 'raw', name: RAW }
    const group = groups.get(id) ?? { id, name, rows: [] }
    group.rows.push(row)
    groups.set(id, group)
  }
  const all = [...groups.values()]
  return [...all.filter(({ id }) => id !== 'raw'), ...all.filter(({ id }) => id === 'raw')]
}
