import type { EChartsOption } from 'echarts'
import { barHeight, barOptions } from '#lib/charts/bar/options.ts'
import { formatNumber, formatQuantity } from '#lib/format.ts'
import type { Locale } from '#lib/i18n/index.ts'
import { histogram } from '#lib/statistics.ts'
import type { DistributionRow } from './distribution.ts'

export interface DistributionChart {
  readonly option: EChartsOption
  readonly height: number
  /** The lines of text for each bar. */
  readonly tips: readonly (readonly string[])[]
}

interface Input {
  readonly rows: readonly DistributionRow[]
  readonly quantity: { readonly name: string; readonly unit: string | null }
  readonly median: { readonly value: number; readonly label: string } | undefined
  readonly zonesText: (count: number) => string
  readonly countOf: string
  readonly locale: Locale
}

const BARS_AT_MOST = 40
const BINS = 16

/** A bar a zone while they can be read, and a histogram of the zones beyond. */
export function distributionChart(input: Input): DistributionChart {
  return input.rows.length > BARS_AT_MOST ? binned(input) : named(input)
}

function named({ rows, quantity, median, locale }: Input): DistributionChart {
  return {
    option: barOptions({ items: rows, quantity, locale, mark: median }),
    height: barHeight(rows.length),
    tips: rows.map(({ name, value }) => [name, formatQuantity(value, quantity.unit, { locale })]),
  }
}

function binned({ rows, quantity, zonesText, countOf, locale }: Input): DistributionChart {
  const bins = histogram(
    rows.map(({ value }) => value),
    BINS,
  )
  const range = (from: number, to: number) =>
    `${formatNumber(from, locale)} – ${formatQuantity(to, quantity.unit, { locale })}`
  return {
    option: barOptions({
      items: bins.map(({ from, count }) => ({ name: formatNumber(from, locale), value: count })),
      quantity: { name: countOf, unit: '个' },
      locale,
      upright: true,
    }),
    height: 280,
    tips: bins.map(({ from, to, count }) => [range(from, to), zonesText(count)]),
  }
}
