import type { Productivity } from '@permu/api/client'
import { formatNumber, name } from '#lib/format.ts'
import type { Locale } from '#lib/i18n/index.ts'
import { quantityText } from '#lib/quantities.ts'
import { messages } from './messages.ts'

type Card = Productivity['method']
interface Line {
  readonly label: string
  readonly text: string
}

/** All that decided productivity besides the data, a line a step. */
export function productivityLines(method: Card, locale: Locale): Line[] {
  const t = messages[locale]
  return [
    { label: t.inputs, text: quantityText(method.inputs, locale) },
    { label: t.outputs, text: quantityText(method.outputs, locale) },
    ...(method.orientation ? [{ label: t.orientation, text: t[method.orientation] }] : []),
    ...(method.reference ? [{ label: t.reference, text: t[method.reference] }] : []),
    { label: t.prices, text: priceText(method, locale) },
    ...elasticityLines(method, locale),
    { label: t.source, text: method.source },
  ]
}

function priceText({ prices, deflator, priceIndex, base }: Card, locale: Locale): string {
  const t = messages[locale]
  if (base === null) return t[prices]
  const given = Object.entries(priceIndex ?? {}).map(
    ([period, index]) => `${period} ${String(index)}`,
  )
  return t.deflated(base, deflator ?? given.join(t.list))
}

function elasticityLines({ elasticities, estimated, inputs }: Card, locale: Locale): Line[] {
  if (elasticities.length === 0) return []
  const t = messages[locale]
  const texts = elasticities.map(({ indicator, value }) => {
    const input = inputs.find(({ id }) => id === indicator)
    return `${input ? name(input.name, locale) : indicator} ${formatNumber(value, locale, 3)}`
  })
  const text = texts.join(t.list)
  return [{ label: t.elasticities, text: estimated ? t.estimated(text) : text }]
}
