import type { Linkage, LinkagePair } from '@permu/api/client'
import { formatNumber, formatQuantity, periodText } from '#lib/format.ts'
import type { Locale } from '#lib/i18n/index.ts'
import type { LinkageTexts } from './messages.ts'

type Words = { readonly t: LinkageTexts; readonly locale: Locale }

/** An amount of land or money in whole units: a tenth of a mu says nothing here. */
export function amountText(amount: number, unit: string | null, locale: Locale): string {
  const digits = Math.abs(amount) >= 10 ? 0 : undefined
  return formatQuantity(amount, unit, { locale, digits })
}

function pairClauses(pair: LinkagePair, period: string, { t, locale }: Words): string[] {
  const n = pair.rows.length
  if (n === 0) return [t.noneLinked]
  const short = pair.counts['high-low'] ?? 0
  const over = pair.counts['low-high'] ?? 0
  const said = { period: periodText(period, locale), n, short, over }
  const { unit, total, zones, worst, worstZones } = pair.gain
  const gained = {
    zones,
    amount: amountText(total, unit, locale),
    worst: worstZones.length,
    part: amountText(worst, unit, locale),
  }
  const isLand = pair.id === 'land'
  const gain = isLand ? t.gainLand(gained) : t.gainTax(gained)
  return [isLand ? t.verdictLand(said) : t.verdictTax(said), zones === 0 ? t.gainNone : gain]
}

/** One sentence a half: how many are out of line, what reaching the reference would bring, who is left out. */
export function linkageVerdict({ pairs, period }: Linkage, words: Words): string[] {
  const { t } = words
  return pairs.map((pair) => {
    const clauses = pairClauses(pair, period, words)
    const n = pair.excluded.length
    const all = n > 0 ? [...clauses, t.lackingClause(n)] : clauses
    return all.join(t.comma) + t.stop
  })
}

/** What y is held against, in words. */
export function referenceText(pair: LinkagePair, { t, locale }: Words): string {
  const { kind, value } = pair.reference
  if (kind === 'fit' || value === null) return t.lineIs
  const text = `${t[kind]} ${formatQuantity(value, pair.y.unit, { locale })}`
  return t.referenceIs(text)
}

/** A ratio as a share of the reference. */
export const ratioText = (ratio: number | null, locale: Locale): string =>
  ratio === null ? '–' : `${formatNumber(100 * ratio, locale, 0)}%`
