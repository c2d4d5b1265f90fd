import {
  comparable,
  conversionText,
  convert,
  fieldById,
  formulaText,
  parseUnit,
  type Unit,
} from '@permu/metrics'
import type { Trace, TraceInput, Zone } from '../contract.ts'
import { choosePeriod, findZone, zoneRef } from '../data/choose.ts'
import { reasonName, type PeriodTable } from '../data/period-table.ts'
import { columnOf, findQuantity, type Measured } from '../data/quantities.ts'
import type { Snapshot } from '../data/snapshots.ts'
import { done, failed, type Outcome } from '../problem.ts'
import { cellOf } from './cell.ts'

export interface TraceQuery {
  zone: string
  period?: string | undefined
  indicator: string
}

interface Place {
  snapshot: Snapshot
  table: PeriodTable
  zone: number
  files: string
}

const unitFrom = (id: string | null | undefined): Unit | null =>
  id === null || id === undefined ? null : parseUnit(id)

const inUnit = (value: number | null, from: Unit | null, to: Unit | null) =>
  value !== null && from && to && comparable(from, to) ? convert(value, from, to) : value

/** The unit a formula takes a field in: the catalogue's, or that of the data. */
function unitOfInput(field: string, data: Unit | null, measured: Measured): Unit | null {
  const own = measured.of === 'field' ? null : (fieldById(field)?.unit ?? null)
  return own && data && comparable(own, data) ? own : data
}

/** A field's number for the zone, in the unit that the data have it in, or why there is none. */
function numberOf({ table, zone }: Place, field: string) {
  const column = table.columns.get(field)
  if (!column) return { value: null, reason: 'not-reported', unit: null }
  const reason = reasonName(column.reasons[zone] ?? 1)
  return {
    value: reason === null ? (column.values[zone] ?? null) : null,
    reason,
    unit: column.unit,
  }
}

/** Every name that a file may write for a zone. */
function namesOf(zone: Zone | undefined): string[] {
  if (zone === undefined) return []
  return [zone.name, ...zone.aliases, ...zone.formerNames.map(({ name }) => name)]
}

async function sourceOf(place: Place, field: string): Promise<TraceInput['source']> {
  const column = place.table.columns.get(field)
  const layer = column && place.snapshot.layers[column.layer[place.zone] ?? -1]
  if (!layer) return null
  const row = column.row[place.zone] ?? 0
  const zones = namesOf(place.snapshot.zones[place.zone])
  const cell = await cellOf(place.files, layer, { field, period: place.table.period, row, zones })
  const unit = unitFrom(cell.unit)
  return {
    upload: layer.id,
    file: layer.name,
    sample: layer.sample,
    sha256: layer.sha256,
    by: layer.by,
    at: layer.committedAt ?? '',
    row,
    ...cell,
    value: inUnit(numberOf(place, field).value, column.unit, unit),
    unit: unit?.id ?? null,
  }
}

function factorOf(from: Unit | null, to: Unit | null): string | null {
  if (!from || !to || from.id === to.id || !comparable(from, to)) return null
  return conversionText(from, to)
}

async function inputOf(place: Place, measured: Measured, field: string): Promise<TraceInput> {
  const { value, reason, unit: data } = numberOf(place, field)
  const unit = unitOfInput(field, data, measured)
  const source = await sourceOf(place, field)
  return {
    field,
    name: (place.snapshot.fields.get(field) ?? fieldById(field))?.name ?? { zh: field, en: field },
    value: inUnit(value, data, unit),
    unit: unit?.id ?? null,
    factor: factorOf(unitFrom(source?.unit), unit),
    reason,
    source,
  }
}

function resultOf(measured: Measured, { table, zone }: Place) {
  const column = columnOf(measured, table)
  const reason = reasonName(column.reasons[zone] ?? 1)
  const value = reason === null ? (column.values[zone] ?? null) : null
  return { value, unit: column.unit?.id ?? null, reason }
}

/** Follows one number down to the cells of the files that it was made from. */
export async function readTrace(
  snapshot: Snapshot,
  query: TraceQuery,
  files: string,
): Promise<Outcome<Trace>> {
  const period = choosePeriod(snapshot, query.period)
  if (!period.ok) return period
  const zone = findZone(snapshot, query.zone)
  const described = zone === null ? undefined : snapshot.zones[zone]
  if (zone === null || !described) return failed('not-found', 'There is no such zone.')
  const measured = findQuantity(snapshot, query.indicator)
  if (!measured) return failed('not-found', 'There is no such indicator or field.')
  const table = await snapshot.table(period.value)
  const place = { snapshot, table, zone, files }
  const { formula } = measured
  return done({
    zone: zoneRef(described),
    period: period.value,
    indicator: measured.id,
    name: measured.name,
    formula: { zh: formulaText(formula, 'zh'), en: formulaText(formula, 'en') },
    ...resultOf(measured, place),
    rule: measured.rule,
    sourceOf: [...measured.source],
    inputs: await Promise.all(measured.fields.map((field) => inputOf(place, measured, field))),
  })
}
