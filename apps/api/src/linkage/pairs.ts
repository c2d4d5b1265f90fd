import {
  LINKAGE_CLASSES,
  currencyOf,
  evaluate,
  fieldAsIndicator,
  fieldById,
  indicatorById,
  landFreed,
  linkage,
  shortfall,
  taxGained,
  unitIn,
  unitOf,
  withCurrency,
  type Column,
  type Indicator,
  type Linkage,
  type LinkagePairId,
  type LinkageReference,
  type Shortfall,
  type Unit,
} from '@permu/metrics'
import type { Lacking, LinkagePair } from '../contract.ts'
import { fieldNames } from '../data/lacking.ts'
import type { PeriodTable } from '../data/period-table.ts'
import { narrow, toQuantity } from '../data/quantities.ts'
import type { Snapshot } from '../data/snapshots.ts'
import { failed, type Outcome } from '../problem.ts'
import type { LinkageQuery } from './query.ts'

/** Zones of one period, for which everything on the page is computed. */
export interface Setting {
  readonly snapshot: Snapshot
  readonly table: PeriodTable
  readonly zones: readonly number[]
  readonly query: LinkageQuery
}

export interface MeasuredColumn {
  readonly indicator: Indicator
  readonly kind: 'indicator' | 'field'
  readonly column: Column
}

/** An indicator, or a field in the unit of the catalogue rather than in that of a file. */
export function measure({ table, zones }: Setting, id: string): MeasuredColumn {
  const known = indicatorById(id)
  const field = fieldById(id)
  const indicator = known ?? (field && fieldAsIndicator(field))
  if (!indicator) throw new Error(`no quantity ${id}`)
  const column = narrow(evaluate(indicator, table), zones)
  return { indicator, kind: known ? 'indicator' : 'field', column }
}

const quantityOf = ({ indicator, kind, column }: MeasuredColumn) =>
  toQuantity({ ...indicator, of: kind }, column)

export const zoneOf = ({ snapshot, zones }: Setting, at: number) => {
  const { id = '', name = '', type = null } = snapshot.zones[zones[at] ?? -1] ?? {}
  return { zone: id, name, type }
}

interface Plan {
  readonly id: LinkagePairId
  readonly x: MeasuredColumn
  readonly y: MeasuredColumn
  readonly land: Column
  readonly gain: typeof landFreed
  readonly unit: Unit | null
  readonly target: number | undefined
}

/** The two halves of the linkage, with what a gain is counted in. */
export function plansOf(setting: Setting): readonly Plan[] {
  const land = measure(setting, 'supplied-land')
  const price = measure(setting, 'land-price')
  const investment = measure(setting, 'investment-intensity')
  const tax = measure(setting, 'tax-per-land')
  const currency = tax.column.unit && currencyOf(tax.column.unit)
  const money =
    currency === null
      ? null
      : withCurrency(unitIn(unitOf('万元/年'), setting.table.period) ?? unitOf('万元'), currency)
  const { investmentTarget, taxTarget } = setting.query
  return [
    {
      ...{ id: 'land', x: land, y: investment, land: land.column },
      ...{ gain: landFreed, unit: land.column.unit, target: investmentTarget },
    },
    {
      ...{ id: 'tax', x: price, y: tax, land: land.column },
      ...{ gain: taxGained, unit: money, target: taxTarget },
    },
  ]
}

function referenceOf(query: LinkageQuery, plan: Plan): LinkageReference {
  if (query.reference === 'target' && plan.target !== undefined) {
    return { kind: 'target', value: plan.target }
  }
  return { kind: query.reference === 'fit' ? 'fit' : 'median' }
}

const orNull = (value: number | undefined) =>
  value === undefined || Number.isNaN(value) ? null : value

/** One half, computed; a fault where the rule cannot be. */
export function pairOf(setting: Setting, plan: Plan): Outcome<LinkagePair> {
  const { query } = setting
  const reference = referenceOf(query, plan)
  const { x, y } = plan
  const found = linkage(x.column, y.column, { reference, tolerance: query.tolerance / 100 })
  if ('error' in found) {
    return failed('invalid', found.error, [{ pointer: '/reference', message: found.error }])
  }
  const { gain } = plan
  const short = shortfall(found, {
    ...{ land: plan.land.values, values: y.column.values },
    ...{ gain, worst: query.worst },
  })
  const value = { id: plan.id, x: quantityOf(x), y: quantityOf(y), split: found.split }
  return {
    ok: true,
    value: {
      ...value,
      reference: drawnReference(found, { reference, x: x.column }),
      rows: rowsOf(setting, plan, { found, short }),
      excluded: excludedOf(setting, plan, found),
      counts: countsOf(found),
      gain: gainOf(setting, plan, short),
    },
  }
}

function countsOf({ classes }: Linkage): LinkagePair['counts'] {
  const of = (one: LinkagePair['rows'][number]['class']) =>
    classes.filter((other) => other === one).length
  const [a, b, c, d, e] = LINKAGE_CLASSES
  return { [a]: of(a), [b]: of(b), [c]: of(c), [d]: of(d), [e]: of(e) }
}

function gainOf(setting: Setting, { unit }: Plan, short: Shortfall): LinkagePair['gain'] {
  const { total, below, ofWorst } = short
  const worstZones = below.slice(0, setting.query.worst).map((at) => zoneOf(setting, at).zone)
  return { unit: unit?.id ?? null, total, zones: below.length, worst: ofWorst, worstZones }
}

function drawnReference(
  { expected }: Linkage,
  { reference, x }: { reference: LinkageReference; x: Column },
): LinkagePair['reference'] {
  const points = [...expected.keys()].flatMap((zone): [number, number][] => {
    const level = orNull(expected[zone])
    return level === null ? [] : [[x.values[zone] ?? 0, level]]
  })
  const level = reference.kind === 'fit' ? null : (points[0]?.[1] ?? null)
  const line = reference.kind === 'fit' ? points.sort((a, b) => a[0] - b[0]) : []
  const corners = line.filter(([at], k) => at !== line[k - 1]?.[0])
  return { kind: reference.kind, value: level, line: corners }
}

function rowsOf(
  setting: Setting,
  { x, y }: Plan,
  { found, short }: { found: Linkage; short: Shortfall },
): LinkagePair['rows'] {
  const rows = found.classes.flatMap((one, at) => {
    if (one === null) return []
    return {
      ...zoneOf(setting, at),
      x: x.column.values[at] ?? 0,
      y: y.column.values[at] ?? 0,
      expected: orNull(found.expected[at]),
      ratio: orNull(found.ratio[at]),
      class: one,
      gain: orNull(short.gains[at]),
    }
  })
  return rows.sort((a, b) => (a.ratio ?? 0) - (b.ratio ?? 0))
}

function excludedOf(setting: Setting, { x, y }: Plan, { excluded }: Linkage): Lacking[] {
  return excluded.map(({ zone, side, reason, fields }) => {
    const { indicator } = side === 'x' ? x : y
    const { type: _, ...named } = zoneOf(setting, zone)
    const blamed = fields.length > 0 ? fields : indicator.fields
    return {
      ...named,
      indicator: indicator.id,
      reason,
      fields: fieldNames(setting.snapshot, blamed),
    }
  })
}
