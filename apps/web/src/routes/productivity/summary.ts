import type { Productivity } from '@permu/api/client'
import { formatNumber } from '#lib/format.ts'
import type { Locale } from '#lib/i18n/index.ts'
import type { ProductivityTexts } from './messages.ts'

type Mean = Productivity['means'][number]

/** An index as the change that it means: 1.05 is +5.0 %. */
export function changeText(index: number, locale: Locale): string {
  const size = 100 * (index - 1)
  const text = formatNumber(Math.abs(size), locale, 1)
  if (Number(Math.abs(size).toFixed(1)) === 0) return `±${text} %`
  return `${size > 0 ? '+' : '−'}${text} %`
}

/** The two periods of a step. */
export const pairText = ({ from, to }: { from: string; to: string }) => `${from}→${to}`

/** What the last step says: how much, by which part, and how many zones rose. */
export function productivitySummary(
  { means, rows }: Pick<Productivity, 'means' | 'rows'>,
  t: ProductivityTexts,
  locale: Locale,
): string {
  const last = means.at(-1)
  if (!last) return ''
  const { from, to, zones, index } = last
  const size = formatNumber(Math.abs(100 * (index - 1)), locale, 1)
  const head =
    Number((100 * (index - 1)).toFixed(1)) === 0
      ? t.same(from, to, zones)
      : t.summary({ from, to, n: zones, size: `${size} %`, up: index > 1 })
  const own = rows.filter((row) => row.from === from && row.to === to)
  const rose = own.filter((row) => row.index > 1).length
  const parts = t.parts(
    changeText(last.efficiencyChange, locale),
    changeText(last.technicalChange, locale),
  )
  return [head, parts, t.rising(rose, own.length)].join(t.comma) + t.stop
}

/** What the levels say: how many zones, who is first, and how far apart they are. */
export function levelSummary(
  { levels }: Pick<Productivity, 'levels'>,
  t: ProductivityTexts,
  locale: Locale,
): string {
  const [first] = levels
  const last = levels.at(-1)
  if (!first || !last) return t.noLevels
  const level = (one: { level: number }) => formatNumber(one.level, locale, 2)
  return t.levelSummary({
    period: first.period,
    n: levels.length,
    first: first.name,
    high: level(first),
    low: level(last),
  })
}

/** What the chart of yearly means shows. */
export function meansSummary(means: readonly Mean[], t: ProductivityTexts, locale: Locale): string {
  const best = means.toSorted((a, b) => b.index - a.index)[0]
  if (!best) return ''
  return t.chartSummary(means.length, pairText(best), changeText(best.index, locale))
}
