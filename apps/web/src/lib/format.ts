import { parseUnit } from '@permu/metrics'
import type { Locale } from '#lib/i18n/index.ts'

interface Named {
  readonly zh: string
  readonly en: string
}

const TAGS: Readonly<Record<Locale, string>> = { zh: 'zh-CN', en: 'en' }
const collator = new Intl.Collator('zh-Hans-CN', { numeric: true })
const formats = new Map<string, Intl.NumberFormat>()

/** A bilingual name in the reader's language; the other one where it is empty. */
export function name(names: Named, locale: Locale): string {
  return names[locale] || names.zh || names.en
}

/** Orders names as a Chinese dictionary does, numbers inside them by size. */
export const compareNames = (a: string, b: string): number => collator.compare(a, b)

function numberFormat(locale: Locale, digits: number, fixed: boolean): Intl.NumberFormat {
  const key = `${locale} ${digits} ${fixed}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(TAGS[locale], {
    minimumFractionDigits: fixed ? digits : 0,
    maximumFractionDigits: digits,
  })
  formats.set(key, made)
  return made
}

/** Decimals that leave about four figures: 12,345 · 123.4 · 12.34 · 1.234 · 0.1234. */
export function digitsOf(value: number): number {
  const size = Math.abs(value)
  if (size === 0 || !Number.isFinite(size)) return 0
  return Math.min(10, Math.max(0, 3 - Math.floor(Math.log10(size))))
}

/** One number of decimals for a whole column, so that figures stand under each other. */
export function digitsOfColumn(values: readonly (number | null)[]): number {
  const present = values.filter((value) => value !== null)
  if (present.every((value) => Number.isInteger(value))) return 0
  const sizes = Float64Array.from(present, Math.abs).sort()
  return Math.min(4, digitsOf(sizes[Math.floor(sizes.length / 2)] ?? 0))
}

/** With `digits` exactly that many decimals; else what the size calls for, without trailing zeros. */
export function formatNumber(value: number, locale: Locale, digits?: number): string {
  return numberFormat(locale, digits ?? digitsOf(value), digits !== undefined).format(value)
}

const symbols = new Map<string, Readonly<Record<Locale, string>>>()

// A table asks for the same few units in each of its cells, and to read one takes a while.
function symbolOf(unit: string, locale: Locale): string {
  const known = symbols.get(unit) ?? parseUnit(unit)?.symbol
  if (known) symbols.set(unit, known)
  return known?.[locale] ?? unit
}

/** A unit as the reader's language writes it; one that a file brought and nobody knows stays as it is. */
export function unitText(unit: string | null, locale: Locale): string {
  if (unit === null) return locale === 'zh' ? '单位不明' : 'unit unknown'
  if (unit === '1') return locale === 'zh' ? '比值' : 'ratio'
  return symbolOf(unit, locale)
}

/** How a unit follows a number: `%` close, and `× 10,000 CNY` where the unit starts with a figure. */
export function unitAfter(unit: string | null, locale: Locale): string {
  const text = unitText(unit, locale)
  if (locale === 'zh') return /^[%‰]/u.test(text) ? text : ` ${text}`
  return /^\d/u.test(text) && text !== '1' ? ` × ${text}` : ` ${text}`
}

/** A number with its unit, as in `31.02 万元/亩` or `12.3%`. */
export function formatQuantity(
  value: number,
  unit: string | null,
  options: { locale: Locale; digits?: number | undefined },
): string {
  const { locale, digits } = options
  return formatNumber(value, locale, digits) + unitAfter(unit, locale)
}

/** A year as `2024 年` in Chinese; any other period as it is written. */
export function periodText(period: string, locale: Locale): string {
  return locale === 'zh' && /^\d{4}$/u.test(period) ? `${period} 年` : period
}

/** A share of one as a percentage without decimals. */
export function formatShare(share: number, locale: Locale): string {
  return new Intl.NumberFormat(TAGS[locale], { style: 'percent' }).format(share)
}

/** A moment as date and time in China, the same on the server and in every browser. */
export function formatTime(iso: string, locale: Locale): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  const options: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' }
  return new Intl.DateTimeFormat(TAGS[locale], { ...options, timeZone: 'Asia/Shanghai' }).format(
    date,
  )
}

export function formatBytes(bytes: number, locale: Locale): string {
  const steps = ['B', 'KB', 'MB', 'GB']
  const step = Math.min(3, Math.floor(Math.log2(Math.max(1, bytes)) / 10))
  const value = bytes / 1024 ** step
  return `${formatNumber(value, locale, step === 0 ? 0 : 1)} ${steps[step] ?? 'B'}`
}
