import type { Frontier } from '@permu/api/client'
import { formatNumber } from '#lib/format.ts'
import type { Locale } from '#lib/i18n/index.ts'
import type { FrontierTexts } from './messages.ts'
import type { Plot } from './plot.ts'

/** A score of efficiency: three decimals, as 0.997 is not 1. */
export const efficiencyText = (score: number, locale: Locale) => formatNumber(score, locale, 3)

/** How many zones are on the frontier, and how far the others are on average. */
export function frontierSummary(
  { rows, excluded, method }: Frontier,
  t: FrontierTexts,
  locale: Locale,
): string {
  const scores = rows.flatMap(({ efficiency }) => (efficiency === null ? [] : [efficiency]))
  const best = rows.filter(
    ({ status, reason }) => status === 'efficient' || reason === 'infeasible',
  )
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
  const text = scores.length === 0 ? '–' : efficiencyText(mean, locale)
  const most = scores.length === 0 ? '–' : efficiencyText(Math.max(...scores), locale)
  const said =
    method.model === 'cross'
      ? t.crossSummary(rows.length, text, most)
      : t.summary(rows.length, best.length, text)
  const clauses = [said]
  if (excluded.length > 0) clauses.push(t.summaryLeft(excluded.length))
  return clauses.join(t.comma) + t.stop
}

const NAMED = 4

/** What the chart shows, for those who do not see it. */
export function plotSummary({ x, y, points }: Plot, t: FrontierTexts): string {
  const best = points.filter(({ efficient }) => efficient).map(({ name }) => name)
  const names = best.slice(0, NAMED).join(t.list) + (best.length > NAMED ? '…' : '')
  return t.plotSummary({ x: x.name, y: y.name, n: points.length, names: names || t.noPeak })
}
