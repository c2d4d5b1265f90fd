import type { Better } from '@permu/api/client'
import { formatNumber } from '#lib/format.ts'
import type { Locale } from '#lib/i18n/index.ts'

function rangeText(low: string | null, high: string | null, locale: Locale): string {
  if (low !== null && low === high) return locale === 'zh' ? `以 ${low} 为宜` : `best at ${low}`
  if (low === null) return locale === 'zh' ? `不超过 ${high} 为宜` : `best up to ${high}`
  if (high === null) return locale === 'zh' ? `不低于 ${low} 为宜` : `best from ${low}`
  return locale === 'zh' ? `${low}–${high} 为宜` : `best between ${low} and ${high}`
}

/** What is good about an indicator, in words; an open end of a target range arrives as null. */
export function directionText(better: Better, locale: Locale): string {
  if (better === 'more') return locale === 'zh' ? '越高越好' : 'more is better'
  if (better === 'less') return locale === 'zh' ? '越低越好' : 'less is better'
  const [low, high] = better.target.map((end) =>
    end === null || !Number.isFinite(end) ? null : formatNumber(end, locale),
  )
  return rangeText(low ?? null, high ?? null, locale)
}
