import { formatNumber, formatShare } from '#lib/format.ts'
import type { Locale } from '#lib/i18n/index.ts'
import type { CriterionPair, KeptShare, RobustZone, WithoutCriterion } from './robustness.ts'
import type { Sensitivity } from './sensitivity.ts'
import type { PartWords } from './words.ts'

/** The most likely rank of the first zone, and how many zones have one rank in most draws. */
export function heatSummary(zones: readonly RobustZone[], { t, locale }: PartWords): string {
  const shown = zones.flatMap(({ name, shares }) => (shares ? [{ name, shares }] : []))
  const first = shown[0]
  if (!first) return ''
  const most = Math.max(...first.shares)
  const sure = shown.filter(({ shares }) => shares.some((share) => share > 0.5)).length
  const rank = first.shares.indexOf(most) + 1
  const share = formatShare(most, locale)
  return t.heatSummary({ name: first.name, rank, share, sure, of: shown.length })
}

/** How many zones can be first at all. */
export function boundsSummary(zones: readonly RobustZone[], { t }: PartWords): string {
  const first = zones.filter(({ bounds }) => bounds?.best === 1).length
  return t.boundsSummary(first, zones.length)
}

/** The criterion with the narrowest interval. */
export function keptSummary(
  { name, shares }: { readonly name: string; readonly shares: readonly KeptShare[] },
  { t, locale, nameOf }: PartWords,
): string {
  const [narrow] = shares.toSorted((a, b) => a.high - a.low - (b.high - b.low))
  if (!narrow) return ''
  const [low, high] = [percent(narrow.low, locale), percent(narrow.high, locale)]
  return t.keptSummary({ name, criterion: nameOf(narrow.id), low, high })
}

/** The criterion that ranks change most without. */
export function withoutSummary(
  without: readonly WithoutCriterion[],
  { t, locale, nameOf }: PartWords,
): string {
  const [most] = without.toSorted((a, b) => (b.shift ?? -1) - (a.shift ?? -1))
  if (!most || most.shift === null) return ''
  return t.withoutSummary(nameOf(most.id), formatNumber(most.shift, locale, 1))
}

/** The choice of the largest total index; where the next one's interval overlaps, that is all it says. */
export function sobolSummary(sensitivity: Sensitivity, { t, locale }: PartWords): string {
  if (sensitivity.fault !== null) return ''
  const indices = sensitivity.indices.flatMap(({ choice, index }) =>
    index ? [{ choice, index }] : [],
  )
  const [most, next] = indices.toSorted((a, b) => b.index.total - a.index.total)
  if (!most) return t.noSobol
  if (next && next.index.totalInterval[1] >= most.index.totalInterval[0]) {
    return t.sobolTied(t[most.choice], t[next.choice])
  }
  return t.sobolSummary(t[most.choice], formatShare(most.index.total, locale))
}

/** How many pairs are flagged. */
export function pairSummary(pairs: readonly CriterionPair[], { t }: PartWords): string {
  if (pairs.length === 0) return t.one
  const count = (flag: string) => pairs.filter((pair) => pair.flag === flag).length
  return t.correlationSummary(count('redundant'), count('conflicting'))
}

/** A share of 100 as it is shown. */
export function percent(share: number, locale: Locale): string {
  return `${formatNumber(share, locale, 1)} %`
}
