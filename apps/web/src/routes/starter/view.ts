import type { Starter } from '@permu/api/client'
import type { DensityItem } from '#lib/charts/density/options.ts'
import { formatNumber, formatQuantity, periodText } from '#lib/format.ts'
import type { Locale } from '#lib/i18n/index.ts'
import type { StarterTexts } from './messages.ts'

type Row = Starter['rows'][number]
type Words = { readonly t: StarterTexts; readonly locale: Locale }

/** The columns of an answer by the id of their quantity. */
export const columnAt = ({ quantities }: Starter, id: string): number =>
  quantities.findIndex((quantity) => quantity.id === id)

export const valueAt = (row: Row, column: number): number | null => row.cells[column]?.value ?? null

/** A row of the chart with the zone that it stands for. */
export interface StarterItem extends DensityItem {
  readonly zone: string
}

/** What the chart can draw, densest starter zones first; `lacking` have one end at most. */
export function itemsOf(
  found: Starter,
  denominator: 'planned' | 'starter' | 'supplied',
): { items: StarterItem[]; lacking: number } {
  const { starter } = found.densities
  const other = found.densities[denominator]
  const alone = denominator === 'starter'
  const items = found.rows.flatMap((row): StarterItem[] => {
    const first = valueAt(row, starter)
    const second = alone ? null : valueAt(row, other)
    if (first === null || (!alone && second === null)) return []
    return [{ zone: row.zone, name: row.name, first, second }]
  })
  items.sort((a, b) => (b.first ?? 0) - (a.first ?? 0))
  return { items, lacking: found.rows.length - items.length }
}

/** How an area stands beside the soft mark, in words that judge nothing. */
export function markText(area: number, mark: number, { t, locale }: Words): string {
  const difference = area - mark
  const text = formatQuantity(Math.abs(difference), 'km²', { locale, digits: 2 })
  if (Math.abs(difference) < 0.005) return t.equal
  return difference > 0 ? t.larger(text) : t.smaller(text)
}

const median = (found: Starter, id: string) => found.medians[columnAt(found, id)] ?? null

function sizeClause(found: Starter, { t, locale }: Words): string[] {
  const column = columnAt(found, 'starter-zone-size')
  const areas = found.rows.flatMap((row) => valueAt(row, column) ?? [])
  const middle = median(found, 'starter-zone-size')
  if (middle === null) return []
  const text = (value: number) => formatQuantity(value, 'km²', { locale, digits: 2 })
  return [t.verdictSize(text(middle), text(Math.min(...areas)), text(Math.max(...areas)))]
}

/** One sentence: how dense, beside the whole, how large, how far built. */
export function starterVerdict(found: Starter, words: Words): string {
  const { t, locale } = words
  const { starter } = found.densities
  const middle = found.medians[starter] ?? null
  const quantity = found.quantities[starter]
  const clauses: string[] = []
  if (middle === null) clauses.push(t.verdictNone)
  else {
    const n = found.rows.filter((row) => valueAt(row, starter) !== null).length
    const text = formatQuantity(middle, quantity?.unit ?? null, { locale })
    const period = periodText(found.period, locale)
    clauses.push(t.verdict({ period, n, total: found.rows.length, middle: text }))
  }
  const { compared, denser, middle: times } = found.beside.planned
  if (times !== null)
    clauses.push(t.verdictBeside(denser, compared, formatNumber(times, locale, 1)))
  clauses.push(...sizeClause(found, words))
  const built = median(found, 'starter-zone-build-out')
  if (built !== null)
    clauses.push(t.verdictBuilt(formatQuantity(built, '%', { locale, digits: 0 })))
  return clauses.join(t.comma) + t.stop
}
