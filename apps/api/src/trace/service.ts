import {
  comparable,
  conversionText,
  convert,
  fieldById,
  formulaText,
  parseUnit,
  type Unit,
} from '@permu/metrics'
import type { Trace, TraceInput } from '../contract.ts'
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

/** The unit a formula takes a field in: the catalogue's, or that of the data. */
function unitOfInput(field: string, data: Unit | null, measured: Measured): Unit | null {
  const own = measured.of === 'field' ? null : (fieldById(field)?.unit ?? null)
  return own && data && comparable(own, data) ? own : data
}

function slotUnit(place: Place, layer: number, field: string): Unit | null {
  const slots = place.snapshot.layers[layer]?.plan.slots ?? []
  const unit = slots.find((s) => s.field.id === field)?.unit ?? null
  return unit === null ? null : parseUnit(unit)
}

async function sourceOf(place: Place, field: string): Promise<TraceInput['source']> {
  const column = place.table.columns.get(field)
  const at = column?.layer[place.zone] ?? -1
  const layer = place.snapshot.layers[at]
  if (!column || !layer) return null
  const row = column.row[place.zone] ?? 0
  const cell = await cellOf(place.files, layer, { field, period: place.table.period, row })
  const unit = slotUnit(place, at, field)
  const value = column.reasons[place.zone] === 0 ? (column.values[place.zone] ?? null) : null
  const inFile =
    value !== null && unit && column.unit ? convert(value, column.unit, unit) : value
  return {
    upload: layer.id,
    file: layer.name,
    sample: layer.sample,
    sha256: layer.sha256,
    by: layer.by,
    at: layer.committedAt ?? '',
    row,
    ...cell,
    value: inFile,
    unit: unit?.id ?? null,
  }
}

async function inputOf(place: Place, measured: Measured, field: string): Promise<TraceInput> {
  const column = place.table.columns.get(field)
  const reason = column ? reasonName(column.reasons[place.zone] ?? 1) : 'not-reported'
  const unit = unitOfInput(field, column?.unit ?? null, measured)
  const value = column && reason === null ? (column.values[place.zone] ?? null) : null
  const converted =
    value !== null && unit && column?.unit ? convert(value, column.unit, unit) : value
  const source = await sourceOf(place, field)
  const from = source?.unit ? parseUnit(source.unit) : null
  const info = place.snapshot.fields.get(field) ?? fieldById(field)
  return {
    field,
    name: info?.name ?? { zh: field, en: field },
    value: converted,
    unit: unit?.id ?? null,
    factor: from && unit && from.id !== unit.id ? conversionText(from, unit) : null,
    reason,
    source,
  }
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
  const column = columnOf(measured, table)
  const reason = reasonName(column.reasons[zone] ?? 1)
  const { formula } = measured
  return done({
    zone: zoneRef(described),
    period: period.value,
    indicator: measured.id,
    name: measured.name,
    formula: { zh: formulaText(formula, 'zh'), en: formulaText(formula, 'en') },
    value: reason === null ? (column.values[zone] ?? null) : null,
    unit: column.unit?.id ?? null,
    reason,
    rule: measured.rule,
    sourceOf: [...measured.source],
    inputs: await Promise.all(measured.fields.map((field) => inputOf(place, measured, field))),
  })
}
