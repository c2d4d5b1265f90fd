import {
  evaluate,
  fieldAsIndicator,
  fieldById,
  INDICATORS,
  type Column,
  type Indicator,
} from '@permu/metrics'
import type { Better, Quantity } from '../contract.ts'
import { done, failed, type Outcome } from '../problem.ts'
import type { Catalogue } from './catalogue.ts'
import type { PeriodTable } from './period-table.ts'
import type { Snapshot } from './snapshots.ts'

/** An indicator of the catalogue, or a field that stands for itself. */
export type Measured = Indicator & { of: Quantity['kind'] }

const lower = (text: string) => text.normalize('NFKC').trim().toLowerCase()

function fieldMeasured(catalogue: Catalogue, id: string): Measured | null {
  const info = catalogue.fields.get(id)
  const field = info ?? fieldById(id)
  return field === undefined ? null : { ...fieldAsIndicator(field), of: 'field' }
}

const indicatorMeasured = (indicator: Indicator): Measured => ({ ...indicator, of: 'indicator' })

function byName(catalogue: Catalogue, name: string): Measured | null {
  const wanted = lower(name)
  const matches = (names: { zh: string; en: string }) =>
    lower(names.zh) === wanted || lower(names.en) === wanted
  const header = catalogue.headers.get(name)
  if (header !== undefined) return fieldMeasured(catalogue, header)
  const field = [...catalogue.fields.values()].find((f) => f.hasData && matches(f.name))
  if (field) return fieldMeasured(catalogue, field.id)
  const indicator = INDICATORS.find((i) => matches(i.name))
  if (indicator) return indicatorMeasured(indicator)
  const loose = [...catalogue.headers].find(([text]) => lower(text) === wanted)
  return loose ? fieldMeasured(catalogue, loose[1]) : null
}

/** Finds an indicator or a field by id, by exact name in either language, or by its header. */
export function findQuantity(catalogue: Catalogue, name: string): Measured | null {
  const indicator = INDICATORS.find((i) => i.id === name)
  if (indicator) return indicatorMeasured(indicator)
  return fieldMeasured(catalogue, name) ?? byName(catalogue, name)
}

export function findQuantities(
  catalogue: Catalogue,
  names: readonly string[],
): Outcome<Measured[]> {
  const found = names.map((name) => findQuantity(catalogue, name))
  const unknown = names.filter((_, i) => found[i] === null)
  if (unknown.length > 0) {
    return failed(
      'not-found',
      `No indicator or field is called ${unknown.map((u) => `“${u}”`).join(', ')}. See /api/v1/indicators and /api/v1/fields.`,
    )
  }
  return done(found.filter((m) => m !== null))
}

const cache = new WeakMap<PeriodTable, Map<string, Column>>()

/** The values of one quantity for all zones of a period; computed once a data version. */
export function columnOf(measured: Measured, table: PeriodTable): Column {
  const columns = cache.get(table) ?? new Map<string, Column>()
  cache.set(table, columns)
  const known = columns.get(`${measured.of}:${measured.id}`)
  if (known) return known
  const own = measured.of === 'field' ? table.columns.get(measured.id) : undefined
  const column = own ?? evaluate(measured, table)
  columns.set(`${measured.of}:${measured.id}`, column)
  return column
}

/** The rows of a column for the zones that are compared. */
export function narrow(column: Column, zones: readonly number[]): Column {
  const values = Float64Array.from(zones, (zone) => column.values[zone] ?? Number.NaN)
  const reasons = Uint8Array.from(zones, (zone) => column.reasons[zone] ?? 1)
  const { unit, blame } = column
  if (!blame) return { values, reasons, unit }
  const masks = Uint32Array.from(zones, (zone) => blame.masks[zone] ?? 0)
  return { values, reasons, unit, blame: { fields: blame.fields, masks } }
}

const hasValue = (column: Column) => column.reasons.includes(0)

/** Every quantity that at least one zone has a value of, fields first. */
export function quantitiesWithData(snapshot: Snapshot, table: PeriodTable): Measured[] {
  const fields = [...table.columns.keys()].flatMap((id) => fieldMeasured(snapshot, id) ?? [])
  return [...INDICATORS.map(indicatorMeasured), ...fields].filter((m) =>
    hasValue(columnOf(m, table)),
  )
}

const bound = (end: number) => (Number.isFinite(end) ? end : null)

/** A direction as JSON carries it: an open end of a target is null. */
export function betterJson(better: Indicator['better']): Better {
  if (typeof better === 'string') return better
  return { target: [bound(better.target[0]), bound(better.target[1])] }
}

export function toQuantity(measured: Measured, column?: Column): Quantity {
  const unit = column ? column.unit : measured.unit
  return {
    id: measured.id,
    name: measured.name,
    unit: unit?.id ?? null,
    better: betterJson(measured.better),
    kind: measured.of,
  }
}
