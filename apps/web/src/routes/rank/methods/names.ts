import { AGGREGATE_OPTIONS, NORMALISE_OPTIONS, WEIGHT_OPTIONS } from '@permu/metrics'
import type { Locale } from '#lib/i18n/index.ts'
import { presetById } from '../method.ts'
import { messages, type MethodsTexts } from './messages.ts'
import { RIVALS } from './rivals.ts'

/** What every part of the page speaks with. */
export interface MethodsWords {
  readonly t: MethodsTexts
  readonly locale: Locale
  readonly nameOf: (code: string) => string
}

/** The name of a rival: of the step that it changes, or of the preset. */
export function rivalName(code: string, locale: Locale): string {
  if (code === 'now') return messages[locale].now
  const { preset, aggregate, normalise, weigh } = RIVALS[code] ?? {}
  if (preset !== undefined) return presetById(preset)?.name[locale] ?? preset
  const options = [
    AGGREGATE_OPTIONS.find(({ id }) => id === aggregate?.kind),
    WEIGHT_OPTIONS.find(({ id }) => id === weigh),
    NORMALISE_OPTIONS.find(({ id }) => id === normalise?.kind),
  ]
  return options.find((option) => option !== undefined)?.name[locale] ?? code
}
