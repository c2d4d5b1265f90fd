import type { Field, Indicator, Quantity } from '@permu/api/client'
import { name, unitText } from '#lib/format.ts'
import type { Locale } from '#lib/i18n/index.ts'

/** A quantity that has data, with its name in the reader's language. */
export interface QuantityOffer {
  readonly id: string
  readonly label: string
}

/** The raw fields that have data, and after them the indicators that have some in a period. */
export function quantityOffers(
  { fields, indicators }: { fields: readonly Field[]; indicators: readonly Indicator[] },
  period: string,
  locale: Locale,
): QuantityOffer[] {
  const known = [
    ...fields.filter(({ hasData }) => hasData),
    ...indicators.filter(({ coverage }) => (coverage[period] ?? 0) > 0),
  ]
  return known.map((one) => ({ id: one.id, label: name(one.name, locale) }))
}

/** The first of some ids that have data, as many as asked for. */
export function firstWithData(
  fields: readonly Field[],
  wished: readonly string[],
  most: number,
): string[] {
  const held = new Set(fields.filter(({ hasData }) => hasData).map(({ id }) => id))
  return wished.filter((id) => held.has(id)).slice(0, most)
}

/** Quantities with their units, one after the other. */
export function quantityText(quantities: readonly Quantity[], locale: Locale): string {
  const texts = quantities.map((one) => `${name(one.name, locale)} (${unitText(one.unit, locale)})`)
  return texts.join(locale === 'zh' ? '、' : ', ')
}
