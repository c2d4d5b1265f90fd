import type { Locale } from '#lib/i18n/index.ts'
import type { RobustnessTexts } from './messages.ts'

/** What every part of the page speaks with. */
export interface PartWords {
  readonly t: RobustnessTexts
  readonly locale: Locale
  readonly nameOf: (criterion: string) => string
}
