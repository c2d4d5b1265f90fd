import type { Better, Missing, Names, Series } from '@permu/api/client'
import { compareNames } from '#lib/format.ts'
import { median } from '#lib/statistics.ts'

export interface DistributionRow {
  readonly zone: string
  readonly name: string
  readonly value: number
}

export interface Distribution {
  readonly rows: readonly DistributionRow[]
  readonly missing: readonly {
    readonly zone: string
    readonly name: string
    readonly reason: string
    readonly blame: readonly Names[]
  }[]
  readonly median: number | null
  readonly coverage: readonly { readonly period: string; readonly count: number }[]
  readonly zones: number
}

type SeriesMissing = Missing & { readonly period: string }

function lacking(
  series: Series,
  missing: readonly SeriesMissing[],
  fieldNames: ReadonlyMap<string, Names>,
): Distribution['missing'] {
  const names = new Map(series.zones.map(({ id, name }) => [id, name]))
  return missing
    .map(({ zone, reason, fields }) => ({
      zone,
      name: names.get(zone) ?? zone,
      reason,
      blame: fields.flatMap((field) => fieldNames.get(field) ?? []),
    }))
    .sort((a, b) => compareNames(a.name, b.name))
}

/** One indicator over all zones: best first (highest first for a target), who lacks it, and when it is there. */
export function distributionOf(
  series: Series,
  options: { period: string; better: Better; fieldNames: ReadonlyMap<string, Names> },
): Distribution {
  const { period, better, fieldNames } = options
  const at = series.periods.indexOf(period)
  const values = series.values[0] ?? []
  const sign = better === 'less' ? 1 : -1
  const rows = series.zones
    .flatMap(({ id, name }, z) => {
      const value = values[z]?.[at] ?? null
      return value === null ? [] : [{ zone: id, name, value }]
    })
    .sort((a, b) => sign * (a.value - b.value) || compareNames(a.name, b.name))
  return {
    rows,
    missing: lacking(
      series,
      series.missing.filter((one) => one.period === period),
      fieldNames,
    ),
    median: median(rows.map(({ value }) => value)),
    coverage: series.periods.map((one, p) => ({
      period: one,
      count: values.filter((row) => (row[p] ?? null) !== null).length,
    })),
    zones: series.zones.length,
  }
}
