import type { Frontier } from '@permu/api/client'
import { name } from '#lib/format.ts'
import type { Locale } from '#lib/i18n/index.ts'
import { quantityText } from '#lib/quantities.ts'
import { messages } from './messages.ts'

type Card = Frontier['method']

const RETURNS = ['constant', 'variable', 'non-increasing', 'non-decreasing'] as const

/** All that decided a frontier besides the data, a line a step. */
export function frontierLines(method: Card, locale: Locale) {
  const t = messages[locale]
  const returns = RETURNS.find((one) => one === method.returns)
  return [
    { label: t.inputs, text: quantityText(method.inputs, locale) },
    { label: t.outputs, text: quantityText(method.outputs, locale) },
    { label: t.orientation, text: t[method.orientation] },
    { label: t.technology, text: returns ? t[returns] : method.returns },
    ...fixedLine(method, locale),
    ...crossLines(method, locale),
    { label: t.reference, text: t.zones(method.zones) },
    { label: t.source, text: method.source },
  ]
}

function fixedLine({ fixed, inputs }: Card, locale: Locale) {
  const t = messages[locale]
  const held = inputs.filter(({ id }) => fixed.includes(id)).map((one) => name(one.name, locale))
  return held.length === 0 ? [] : [{ label: t.fixed, text: held.join(t.list) }]
}

function crossLines({ goal, self }: Card, locale: Locale) {
  if (goal === null) return []
  const t = messages[locale]
  return [
    { label: t.goal, text: t[goal] },
    { label: t.self, text: self ? t.withSelf : t.withoutSelf },
  ]
}
