import { LEDGER_ITEMS } from '@permu/intake'
import type { Locale } from '#lib/i18n/index.ts'

/** What a column of a ledger may say, in the order of its template. */
export const LEDGER_CHOICES = LEDGER_ITEMS.map(({ id, kind, name }) => ({ id, kind, name }))

/** The name of an item; an id that this page does not know stands as it is. */
export function itemName(id: string, locale: Locale): string {
  return LEDGER_CHOICES.find((item) => item.id === id)?.name[locale] ?? id
}
