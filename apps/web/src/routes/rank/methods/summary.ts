import { formatNumber } from '#lib/format.ts'
import type { Locale } from '#lib/i18n/index.ts'
import type { MethodsTexts } from './messages.ts'
import type { Comparison } from './rivals.ts'

/** What the comparison says: which method agrees least with that in force, and which zone moves most. */
export function comparisonSummary(
  { rivals, rows, agreement }: Comparison,
  { t, locale, nameOf }: { t: MethodsTexts; locale: Locale; nameOf: (code: string) => string },
): string {
  const moved = rows.toSorted((a, b) => b.span - a.span)[0]
  if (!moved || rivals.length < 2) return ''
  if (moved.span === 0) return t.allSame + t.stop
  const own = agreement.filter(({ a }) => a === 0)
  const least = own.toSorted((a, b) => (a.spearman ?? 2) - (b.spearman ?? 2))[0]
  const clauses = [t.steady(moved.name, moved.span)]
  if (least && least.spearman !== null) {
    const code = rivals[least.b]?.code ?? ''
    clauses.unshift(t.withNow(nameOf(code), formatNumber(least.spearman, locale, 2)))
  }
  return clauses.join(t.comma) + t.stop
}
