import { blameAt, type Column } from '@permu/metrics'
import type { Missing, Series, Values } from '../contract.ts'
import {
  choosePeriod,
  chooseZones,
  groupedZone,
  splitList,
  unquote,
  zoneRef,
} from '../data/choose.ts'
import { reasonName, type PeriodTable } from '../data/period-table.ts'
import { tooMuch } from '../data/cost.ts'
import {
  columnOf,
  findQuantities,
  quantitiesWithData,
  toQuantity,
  type Measured,
} from '../data/quantities.ts'
import type { Snapshot } from '../data/snapshots.ts'
import { done, type Outcome } from '../problem.ts'
import { breaksOf } from '../zones/breaks.ts'

export interface Selection {
  period?: string | undefined
  zones?: string | undefined
  indicators?: string | undefined
  type?: string | undefined
}

function chooseQuantities(
  snapshot: Snapshot,
  table: PeriodTable,
  names: string | undefined,
): Outcome<Measured[]> {
  const list = splitList(names).map(unquote)
  return list.length === 0
    ? done(quantitiesWithData(snapshot, table))
    : findQuantities(snapshot, list)
}

interface Cell {
  value: number | null
  missing: Omit<Missing, 'zone'> | null
}

/** One number, or why there is none. */
function cellAt(measured: Measured, column: Column, zone: number): Cell {
  const reason = reasonName(column.reasons[zone] ?? 1)
  if (reason === null) return { value: column.values[zone] ?? null, missing: null }
  const blamed = blameAt(column, zone)
  const fields = blamed.length > 0 ? blamed : [...measured.fields]
  return { value: null, missing: { indicator: measured.id, reason, fields } }
}

export async function readValues(
  snapshot: Snapshot,
  selection: Selection,
): Promise<Outcome<Values>> {
  const period = choosePeriod(snapshot, selection.period)
  if (!period.ok) return period
  const zones = chooseZones(snapshot, selection)
  if (!zones.ok) return zones
  const table = await snapshot.table(period.value)
  const measured = chooseQuantities(snapshot, table, selection.indicators)
  if (!measured.ok) return measured
  const refused = tooMuch({ zones: zones.value.length, indicators: measured.value.length })
  if (refused) return refused
  const columns = measured.value.map((m) => columnOf(m, table))
  const missing: Missing[] = []
  const values = zones.value.map((zone) =>
    measured.value.map((m, i) => {
      const column = columns[i]
      const cell = column ? cellAt(m, column, zone) : null
      if (cell?.missing) missing.push({ zone: snapshot.zones[zone]?.id ?? '', ...cell.missing })
      return cell?.value ?? null
    }),
  )
  return done({
    period: period.value,
    dataVersion: String(snapshot.version),
    indicators: measured.value.map((m, i) => toQuantity(m, columns[i])),
    zones: zones.value.flatMap((i) => (snapshot.zones[i] ? [groupedZone(snapshot.zones[i])] : [])),
    values,
    missing,
  })
}

/** The same quantities over all periods: per indicator, per zone, per period. */
export async function readSeries(
  snapshot: Snapshot,
  selection: Selection,
): Promise<Outcome<Series>> {
  const zones = chooseZones(snapshot, selection)
  if (!zones.ok) return zones
  const tables = await Promise.all(snapshot.periods.map((p) => snapshot.table(p)))
  const newest = tables.at(-1)
  const measured = newest
    ? chooseQuantities(snapshot, newest, selection.indicators)
    : done<Measured[]>([])
  if (!measured.ok) return measured
  const refused = tooMuch({
    zones: zones.value.length,
    indicators: measured.value.length,
    periods: tables.length,
  })
  if (refused) return refused
  const missing: Series['missing'] = []
  const read = (m: Measured, table: PeriodTable, zone: number) => {
    const cell = cellAt(m, columnOf(m, table), zone)
    const id = snapshot.zones[zone]?.id ?? ''
    if (cell.missing) missing.push({ zone: id, period: table.period, ...cell.missing })
    return cell.value
  }
  const values = measured.value.map((m) =>
    zones.value.map((zone) => tables.map((table) => read(m, table, zone))),
  )
  return done({
    dataVersion: String(snapshot.version),
    periods: [...snapshot.periods],
    indicators: measured.value.map((m) => toQuantity(m, newest && columnOf(m, newest))),
    zones: zones.value.flatMap((i) => (snapshot.zones[i] ? [zoneRef(snapshot.zones[i])] : [])),
    values,
    missing,
    breaks: breaksOf(snapshot, zones.value),
  })
}
