import {
  blameAt,
  methodId,
  rankZones,
  type Column,
  type Criterion,
  type MissingRule,
  type Normalisation,
  type Ranking as Computed,
} from '@permu/metrics'
import type { Method, Ranking } from '../contract.ts'
import { choosePeriod, chooseZones } from '../data/choose.ts'
import { betterJson, columnOf, findQuantities, type Measured } from '../data/quantities.ts'
import type { PeriodTable } from '../data/period-table.ts'
import type { Snapshot } from '../data/snapshots.ts'
import { done, failed, type Outcome } from '../problem.ts'
import { parseCriteria, type Asked } from './criteria.ts'

export interface RankingQuery {
  period?: string | undefined
  by?: string | undefined
  zones?: string | undefined
  type?: string | undefined
  normalise?: string | undefined
  missing?: string | undefined
}

interface Setting {
  snapshot: Snapshot
  table: PeriodTable
  zones: readonly number[]
  measured: readonly Measured[]
  criteria: readonly Criterion[]
  options: { normalise: Normalisation; missing: MissingRule }
}

/** The zones that are compared, out of all. */
function narrow(column: Column, zones: readonly number[]): Column {
  const values = Float64Array.from(zones, (zone) => column.values[zone] ?? Number.NaN)
  const reasons = Uint8Array.from(zones, (zone) => column.reasons[zone] ?? 1)
  return { values, reasons, unit: column.unit }
}

const criterion = (measured: Measured, asked: Asked, column: Column): Criterion => ({
  id: measured.id,
  weight: asked.weight,
  better: asked.better ?? measured.better,
  column,
})

function methodOf(setting: Setting, ranking: Computed): Method {
  const { normalise, missing } = setting.options
  const criteria = setting.criteria.map(({ id, weight, better }) => ({
    indicator: id,
    weight,
    better,
  }))
  return {
    id: methodId({ criteria, normalise, aggregate: 'arithmetic', missing }),
    criteria: setting.criteria.map((c, i) => ({
      indicator: c.id,
      name: setting.measured[i]?.name ?? { zh: c.id, en: c.id },
      unit: c.column.unit?.id ?? null,
      weight: c.weight,
      share: ranking.weights[i] ?? 0,
      better: betterJson(c.better),
      flat: ranking.flat.includes(i),
    })),
    normalise,
    aggregate: 'arithmetic',
    missing,
    ties: '1224',
  } as unknown as Method
}

function rowsOf(setting: Setting, ranking: Computed): Ranking['rows'] {
  return [...ranking.order].map((index) => {
    const zone = setting.snapshot.zones[setting.zones[index] ?? -1]
    const parts = setting.criteria.map((c, i): [string, number | null] => {
      const part = ranking.parts[i]?.[index] ?? Number.NaN
      return [c.id, Number.isNaN(part) ? null : part]
    })
    return {
      zone: zone?.id ?? '',
      name: zone?.name ?? '',
      type: zone?.type ?? null,
      rank: ranking.ranks[index] ?? 0,
      score: ranking.scores[index] ?? 0,
      parts: Object.fromEntries(parts),
    }
  })
}

function excludedZone(
  setting: Setting,
  table: PeriodTable,
  { zone: at, criterion: index, reason }: Computed['excluded'][number],
): Ranking['excluded'] {
  const number = setting.zones[at]
  const zone = number === undefined ? undefined : setting.snapshot.zones[number]
  const measured = setting.measured[index]
  if (number === undefined || !zone || !measured) return []
  const blamed = blameAt(columnOf(measured, table), number)
  const fields = blamed.length > 0 ? blamed : [...measured.fields]
  return [{ zone: zone.id, name: zone.name, reason, indicator: measured.id, fields }]
}

async function settingOf(snapshot: Snapshot, query: RankingQuery): Promise<Outcome<Setting>> {
  const period = choosePeriod(snapshot, query.period)
  if (!period.ok) return period
  const zones = chooseZones(snapshot, query)
  if (!zones.ok) return zones
  const asked = parseCriteria(query.by)
  if (!asked.ok) return asked
  const measured = findQuantities(
    snapshot,
    asked.value.map((a) => a.name),
  )
  if (!measured.ok) return measured
  const table = await snapshot.table(period.value)
  const criteria = measured.value.flatMap((m, i) => {
    const wish = asked.value[i]
    return wish ? [criterion(m, wish, narrow(columnOf(m, table), zones.value))] : []
  })
  return done({
    snapshot,
    table,
    zones: zones.value,
    measured: measured.value,
    criteria,
    options: {
      normalise: (query.normalise ?? 'min-max') as Normalisation,
      missing: (query.missing ?? 'exclude') as MissingRule,
    },
  })
}

/** Ranks the zones of a period; what cannot be ranked is listed with its reason. */
export async function readRanking(
  snapshot: Snapshot,
  query: RankingQuery,
): Promise<Outcome<Ranking>> {
  const setting = await settingOf(snapshot, query)
  if (!setting.ok) return setting
  const ranking = rankZones(setting.value.criteria, setting.value.options)
  if ('error' in ranking)
    return failed('invalid', `by: the weights cannot be used: ${ranking.error}.`)
  return done({
    period: setting.value.table.period,
    dataVersion: String(snapshot.version),
    method: methodOf(setting.value, ranking),
    rows: rowsOf(setting.value, ranking),
    excluded: ranking.excluded.flatMap((e) => excludedZone(setting.value, setting.value.table, e)),
    treated: [],
    imputed: [],
    grades: null,
  })
}
