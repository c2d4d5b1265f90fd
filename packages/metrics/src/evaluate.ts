import { measureAt, reasonAt, reasonCode, type Column } from './column.ts'
import { withCurrency } from './currency.ts'
import { NUMBER, dimensionCurrencies, sameDimension } from './dimension.ts'
import { addQuantities, divideQuantities, multiplyQuantities } from './evaluate/arithmetic.ts'
import { coordinationOf, entropyOf } from './evaluate/mix.ts'
import { blank, fail, type Quantity } from './evaluate/quantity.ts'
import { readField } from './evaluate/read.ts'
import { rescaleQuantity } from './evaluate/rescale.ts'
import { formulaChildren, formulaFields, type Formula } from './formula.ts'
import type { Indicator } from './indicator.ts'
import type { Measure } from './measure.ts'
import { ONE, multiplier, timesRatio } from './ratio.ts'
import { periodKind, type Period } from './period.ts'
import { makeUnit, unitRatio, type Unit } from './unit.ts'

/** Raw columns for `size` zones; undefined = no zone reports that field. */
export interface FieldTable {
  readonly size: number
  /** What the columns are of; undefined = a year, or nothing in particular. */
  readonly period?: Period
  column(fieldId: string): Column | undefined
}

/**
 * An indicator for every zone of a table, in the indicator's unit, or in the same unit of another
 * currency when the data are in one. A zone without a value has the reason and the fields to blame:
 * an input's own reason, `unit-unknown`, `unit-conflict`, `zero-denominator` or `out-of-domain`.
 * No value is ever NaN or infinite. A field used as an indicator may have a null unit.
 */
export function evaluate(indicator: Indicator, table: FieldTable): Column {
  const { formula } = indicator
  const fields = formulaFields(formula)
  if (formula.kind === 'field' && formula.field === indicator.id) {
    const raw = table.column(formula.field)
    if (raw && (raw.unit === null || indicator.unit === null))
      return ownColumn(raw, table.size, fields)
  }
  const quantity = evaluateNode(formula, { table, fields })
  const column = inUnit(quantity, indicator.unit, fields)
  return { ...column, unit: unitIn(column.unit, table.period) }
}

/** The unit of a figure of a period; null of none: what a quarter yields is no 万元/亩·年, but 万元/亩. */
export function unitIn(unit: Unit | null, period: Period | undefined): Unit | null {
  const kind = period === undefined ? null : periodKind(period)
  if (unit?.yearly !== true || kind === null || kind === 'year') return unit
  return makeUnit(unit.terms, false)
}

/** As {@link evaluate} for one zone; a set-relative indicator is then `not-applicable`. */
export function evaluateOne(indicator: Indicator, read: (fieldId: string) => Measure): Measure {
  const column = evaluate(indicator, { size: 1, column: (id) => singleColumn(read(id)) })
  return measureAt(column, 0)
}

interface Context {
  readonly table: FieldTable
  readonly fields: readonly string[]
}

function evaluateNode(formula: Formula, context: Context): Quantity {
  const { table, fields } = context
  const children = formulaChildren(formula).map((child) => evaluateNode(child, context))
  const blame = maskOf(formula, fields)
  switch (formula.kind) {
    case 'field': {
      const reading = { id: formula.field, mask: blame, size: table.size }
      return readField(table.column(formula.field), reading)
    }
    case 'constant':
      return constant(formula.value, table.size)
    case 'divide':
      return children.reduce((above, below) =>
        divideQuantities(above, below, maskOf(formula.denominator, fields)),
      )
    case 'multiply':
      return children.reduce(multiplyQuantities)
    case 'sum':
      return addQuantities(children, [], blame)
    case 'subtract':
      return addQuantities(children, [1, -1], blame)
    case 'entropy':
      return entropyOf(children, blame)
    case 'coordination':
      return coordinationOf(children, blame)
    case 'rescale':
      return children.map((child) => rescaleQuantity(child, formula.into, blame)).reduce((of) => of)
  }
}

function constant(value: number, size: number): Quantity {
  const quantity = blank(size, { dimension: NUMBER, factor: ONE })
  quantity.values.fill(value)
  return quantity
}

function maskOf(formula: Formula, fields: readonly string[]): number {
  return formulaFields(formula).reduce((mask, id) => mask | (1 << fields.indexOf(id)), 0)
}

function inUnit(quantity: Quantity, unit: Unit | null, fields: readonly string[]): Column {
  const target = targetUnit(quantity, unit)
  const all = 2 ** fields.length - 1
  const factor = target ? timesRatio(quantity.factor, unitRatio(target), -1) : ONE
  const scale = multiplier(factor)
  for (let zone = 0; zone < quantity.values.length; zone++) {
    if (quantity.reasons[zone] !== 0) continue
    const value = scale(quantity.values[zone] ?? NaN)
    if (!target) fail(quantity, zone, { reason: 'unit-conflict', mask: all })
    else if (!Number.isFinite(value)) fail(quantity, zone, { reason: 'out-of-domain', mask: all })
    else quantity.values[zone] = value
  }
  const { values, reasons, masks } = quantity
  return { values, reasons, unit: target ?? unit, blame: { fields, masks } }
}

function targetUnit({ dimension }: Quantity, unit: Unit | null): Unit | null {
  if (!unit || sameDimension(dimension, unit.dimension)) return unit
  const [currency, second] = dimensionCurrencies(dimension)
  if (currency === undefined || second !== undefined) return null
  const other = withCurrency(unit, currency)
  return sameDimension(dimension, other.dimension) ? other : null
}

function ownColumn(raw: Column, size: number, fields: readonly string[]): Column {
  const values = new Float64Array(size).fill(NaN)
  const reasons = new Uint8Array(size)
  const masks = new Uint32Array(size).fill(1)
  for (let zone = 0; zone < size; zone++) {
    const reason = reasonAt(raw, zone)
    if (reason === null) values[zone] = raw.values[zone] ?? NaN
    else reasons[zone] = reasonCode(reason)
  }
  return { values, reasons, unit: raw.unit, blame: { fields, masks } }
}

function singleColumn(measure: Measure): Column {
  const [value, code, unit] = measure.ok
    ? [measure.value, 0, measure.unit]
    : [NaN, reasonCode(measure.reason), null]
  return { values: Float64Array.of(value), reasons: Uint8Array.of(code), unit }
}
