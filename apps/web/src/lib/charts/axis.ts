import { formatNumber, unitText } from '#lib/format.ts'
import type { Locale } from '#lib/i18n/index.ts'

/** A quantity on an axis. */
export interface AxisQuantity {
  readonly name: string
  readonly unit: string | null
}

/** What every chart of ours leaves room for. */
export const GRID = {
  left: 8,
  right: 24,
  top: 36,
  bottom: 8,
  outerBoundsMode: 'same',
  outerBoundsContain: 'axisLabel',
} as const

/** What a chart leaves free besides where its picture has the legend above or below the plot. */
export const LEGEND_ROOM = { top: 28, bottom: 72 } as const

/** The axis title: name and unit, as in `亩均税收 (万元/亩)`. */
export function axisTitle({ name, unit }: AxisQuantity, locale: Locale): string {
  return locale === 'zh'
    ? `${name}（${unitText(unit, locale)}）`
    : `${name} (${unitText(unit, locale)})`
}

const TICK_LABELS = { zh: makeTickLabel('zh'), en: makeTickLabel('en') }

/**
 * Tick labels in the reader's language: 1.2亿 or 120M where figures are long. One function a language,
 * always the same, so that pictures can be found again by what they are made of.
 */
export const tickLabel = (locale: Locale): ((value: number) => string) => TICK_LABELS[locale]

function makeTickLabel(locale: Locale): (value: number) => string {
  const compact = new Intl.NumberFormat(locale === 'zh' ? 'zh-CN' : 'en', {
    notation: 'compact',
    maximumFractionDigits: 2,
  })
  return (value) =>
    Math.abs(value) >= 100_000 ? compact.format(value) : formatNumber(round(value), locale)
}

// Ticks such as 0.30000000000000004 come from adding steps.
function round(value: number): number {
  return Number(value.toPrecision(6))
}

/** A name cut for an axis; the table beside the chart has it whole. */
export function shortName(name: string, longest = 14): string {
  return name.length <= longest ? name : `${name.slice(0, longest - 1)}…`
}
