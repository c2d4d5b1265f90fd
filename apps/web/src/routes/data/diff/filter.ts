import type { CellChange } from '@permu/api/client'
import type { Locale } from '#lib/i18n/index.ts'

export interface Wanted {
  readonly text: string
  readonly kind: CellChange['kind'] | null
}

/** The changes of a kind whose zone, field or period holds a text, in the reader's language. */
export function fitting(
  items: readonly CellChange[],
  { text, kind }: Wanted,
  locale: Locale,
): CellChange[] {
  const wanted = text.trim().toLowerCase()
  return items.filter((change) => {
    if (kind !== null && change.kind !== kind) return false
    const { zone, field, period } = change
    return [zone.name, field.name[locale], period].some((part) =>
      part.toLowerCase().includes(wanted),
    )
  })
}

/** A data version as an address writes it; null for anything else. */
export function versionOf(text: string | null): number | null {
  return text !== null && /^\d{1,12}$/u.test(text) ? Number(text) : null
}
