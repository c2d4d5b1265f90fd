import type { Locale } from '#lib/i18n/index.ts'

const STEPS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

/** How long ago a moment was, in the greatest unit that fits: 3 小时前 / 3 hours ago. */
export function ageText(at: string, now: string, locale: Locale): string {
  const seconds = Math.max(0, (Date.parse(now) - Date.parse(at)) / 1000)
  const format = new Intl.RelativeTimeFormat(locale === 'zh' ? 'zh-CN' : 'en', { numeric: 'always' })
  const [unit, size] = STEPS.find(([, size]) => seconds >= size) ?? ['second', 1]
  return format.format(-Math.floor(seconds / size), unit)
}
