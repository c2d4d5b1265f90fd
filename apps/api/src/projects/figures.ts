import { ledgerItem } from '@permu/intake'
import {
  comparable,
  convert,
  missing,
  parseUnit,
  type Measure,
  type MissingReason,
  type Unit,
} from '@permu/metrics'
import type { LedgerValue } from './ledger.ts'

/** A number in the unit of its item, or why there is none. */
export interface Figure {
  value: number | null
  unit: string | null
  reason: MissingReason | null
}

type Written = Pick<LedgerValue, 'item' | 'value' | 'unit'> & { reason?: MissingReason | null }

const none = (reason: MissingReason, unit: string | null): Figure => ({ value: null, unit, reason })

const unitFrom = (id: string | null | undefined): Unit | null =>
  id === null || id === undefined ? null : parseUnit(id)

const isImpossible = (item: string, value: number) => value < 0 && item !== 'project-tax'

/**
 * A cell's number in the unit of its item: 亩, 万元 and so on; missing where its unit does not say how,
 * and where it is below zero and no tax, which may be paid back.
 */
export function figureOf(written: Written | undefined): Figure {
  if (written === undefined) return none('not-reported', null)
  const to = unitFrom(ledgerItem(written.item)?.unit)
  if (written.value === null) return none(written.reason ?? 'not-reported', to?.id ?? null)
  if (isImpossible(written.item, written.value)) return none('out-of-domain', to?.id ?? null)
  return converted(written.value, unitFrom(written.unit), to)
}

function converted(value: number, from: Unit | null, to: Unit | null): Figure {
  if (from === null || to === null) return none('unit-unknown', to?.id ?? null)
  if (!comparable(from, to)) return none('unit-conflict', to.id)
  return { value: convert(value, from, to), unit: to.id, reason: null }
}

/** A figure as formulas take it. */
export function measureOf({ value, unit, reason }: Figure): Measure {
  if (value === null) return missing(reason ?? 'not-reported')
  return { ok: true, value, unit: unit === null ? null : parseUnit(unit) }
}

/** A measure as JSON carries it. */
export function figureFrom(measure: Measure): Figure {
  if (!measure.ok) return none(measure.reason, null)
  return { value: measure.value, unit: measure.unit?.id ?? null, reason: null }
}

export const NO_FIGURE: Figure = none('not-reported', null)

const PER_LAND = '万元/亩'
const MONEY = '万元'

/** A figure in 万元 ÷ one in 亩; missing where one is, or where the area is not above zero. */
export function quotientOf(money: Figure, land: Figure): Figure {
  if (money.value === null) return none(money.reason ?? 'not-reported', PER_LAND)
  if (land.value === null) return none(land.reason ?? 'not-reported', PER_LAND)
  if (land.value === 0) return none('zero-denominator', PER_LAND)
  if (land.value < 0) return none('out-of-domain', PER_LAND)
  return { value: money.value / land.value, unit: PER_LAND, reason: null }
}

/** A price in 万元/亩 × an area in 亩; missing where one is, or where one is below zero. */
export function timesOf(price: Figure, land: Figure): Figure {
  if (price.value === null) return none(price.reason ?? 'not-reported', MONEY)
  if (land.value === null) return none(land.reason ?? 'not-reported', MONEY)
  if (price.value < 0 || land.value < 0) return none('out-of-domain', MONEY)
  return { value: price.value * land.value, unit: MONEY, reason: null }
}
