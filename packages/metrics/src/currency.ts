import { currencyOf, makeUnit, type Unit } from './unit.ts'
import { CURRENCIES } from './units/money.ts'

/**
 * The same unit in another currency: 万元/亩 and `PLN` give 万PLN/亩. A unit without money comes
 * back as it is; throws on a code that is not in the catalogue (ask {@link currencyOf} for one).
 */
export function withCurrency(unit: Unit, currency: string): Unit {
  const from = currencyOf(unit)
  const target = CURRENCIES.find(({ en }) => en === currency)
  if (!target) throw new Error(`No currency ${currency}`)
  const old = CURRENCIES.find(({ en }) => en === from)
  if (!old) return unit
  const terms = unit.terms.map((term) =>
    term.atom === old.id ? { ...term, atom: target.id } : term,
  )
  return makeUnit(terms, unit.yearly) ?? unit
}
