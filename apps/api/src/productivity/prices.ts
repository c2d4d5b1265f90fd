import { columnOf as fromCells, currencyOf, deflate, measureAt, type Column } from '@permu/metrics'
import type { ProductivityCard } from '../contract.ts'
import { splitList } from '../data/choose.ts'
import { done, failed, type Outcome } from '../problem.ts'

/** Money, and the prices it is in. */

const isMoney = ({ unit }: Column) => unit !== null && currencyOf(unit) !== null

/** The prices that a result is in: none where nothing is money. */
export function pricesOf(
  columns: readonly Column[],
  asked: { prices?: 'current' | 'constant' | undefined; deflated: boolean },
): ProductivityCard['prices'] {
  if (!columns.some(isMoney)) return 'none'
  return asked.deflated ? 'constant' : (asked.prices ?? 'current')
}

/** A price index of each zone, in the base period and now. */
export interface PriceIndex {
  readonly base: Column
  readonly now: Column
}

const indexAt = (column: Column, zone: number) => {
  const measure = measureAt(column, zone)
  return measure.ok ? measure.value : null
}

/**
 * Money in the prices of the base period, each zone by its own index; a zone without an index in one
 * of the two periods has no value. What is not money comes back as it is.
 */
export function inBasePrices(column: Column, { base, now }: PriceIndex): Column {
  if (!isMoney(column)) return column
  const values = column.values.slice()
  const reasons = column.reasons.slice()
  for (let zone = 0; zone < values.length; zone++) {
    const one = {
      values: column.values.subarray(zone, zone + 1),
      reasons: column.reasons.subarray(zone, zone + 1),
      unit: column.unit,
    }
    const series = seriesOf(indexAt(base, zone), indexAt(now, zone))
    const real = deflate(one, { series, period: 'now', base: 'base' })
    values[zone] = real.values[0] ?? Number.NaN
    reasons[zone] = real.reasons[0] ?? MISSING
  }
  return { ...column, values, reasons }
}

const MISSING = fromCells([null], null).reasons[0] ?? 1

function seriesOf(base: number | null, now: number | null): Map<string, number> {
  const series = new Map<string, number>()
  if (base !== null) series.set('base', base)
  if (now !== null) series.set('now', now)
  return series
}

/** Money in the prices of a base period by one index for all zones; what is not money comes back as it is. */
export function inPricesOf(
  column: Column,
  index: Readonly<Record<string, number>>,
  at: At,
): Column {
  if (!isMoney(column)) return column
  return deflate(column, { series: new Map(Object.entries(index)), ...at })
}

interface At {
  readonly period: string
  readonly base: string
}

/** `2022:100,2023:102.4` with a figure above 0 for every period that is compared. */
export function parsePriceIndex(
  text: string | undefined,
  periods: readonly string[],
): Outcome<Record<string, number> | null> {
  if (text === undefined) return done(null)
  const given = new Map(splitList(text).map(pairOf))
  const index = Object.fromEntries(periods.map((period) => [period, given.get(period) ?? NaN]))
  const lacking = periods.filter((period) => !((index[period] ?? NaN) > 0))
  if (lacking.length === 0) return done(index)
  const message = `每一期都要有大于 0 的指数，还缺 ${lacking.join('、')}。 Give a figure above 0 for each period; there is none for ${lacking.join(', ')}.`
  return failed('invalid', `priceIndex: ${message}`, [{ pointer: '/priceIndex', message }])
}

function pairOf(text: string): [string, number] {
  const [period = '', figure = ''] = text.split(':').map((part) => part.trim())
  const number = figure === '' ? NaN : Number(figure)
  return [period, Number.isFinite(number) ? number : NaN]
}
