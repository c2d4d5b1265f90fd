import type { Field, Indicator, Names } from '@permu/api/client'

/** A quantity that can be added as a criterion. */
export interface Offer {
  readonly id: string
  readonly name: Names
  readonly kind: 'indicator' | 'field'
  readonly zones: number | null
}

/** What has data and is not chosen yet. */
export function offersOf(
  catalogue: { readonly indicators: readonly Indicator[]; readonly fields: readonly Field[] },
  period: string,
  chosen: ReadonlySet<string>,
): Offer[] {
  const indicators = catalogue.indicators.flatMap(({ id, name, coverage }): Offer[] => {
    const zones = coverage[period] ?? 0
    return zones > 0 ? [{ id, name, kind: 'indicator', zones }] : []
  })
  const fields = catalogue.fields.flatMap(({ id, name, hasData }): Offer[] =>
    hasData ? [{ id, name, kind: 'field', zones: null }] : [],
  )
  return [...indicators, ...fields].filter(({ id }) => !chosen.has(id))
}

/** The offers whose name in either language, or id, contains every word of the query. */
export function searchOffers(offers: readonly Offer[], query: string): Offer[] {
  const words = query.normalize('NFKC').toLowerCase().split(/\s+/u).filter(Boolean)
  return offers.filter(({ id, name }) => {
    const text = `${id} ${name.zh} ${name.en}`.normalize('NFKC').toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
