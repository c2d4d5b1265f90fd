import { isLocale, type Locale } from '#lib/i18n/index.ts'

export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export function isTheme(text: string | null | undefined): text is Theme {
  return THEMES.some((theme) => theme === text)
}

/** The first language of an Accept-Language header that we speak; Chinese where none is. */
export function localeFromHeader(header: string | null): Locale {
  const wanted = (header ?? '')
    .split(',')
    .map((part, order) => {
      const [tag = '', ...rest] = part.trim().toLowerCase().split(';')
      const quality = Number(/^q=([\d.]+)$/u.exec(rest.join('').trim())?.[1] ?? 1)
      return { locale: tag.split('-')[0], quality, order }
    })
    .sort((a, b) => b.quality - a.quality || a.order - b.order)
  for (const { locale, quality } of wanted) if (quality > 0 && isLocale(locale)) return locale
  return 'zh'
}

/** The same address without the parameters that only set a preference. */
export function withoutPreferences(url: URL): string {
  const params = new URLSearchParams(url.search)
  params.delete('lang')
  params.delete('theme')
  const query = params.toString()
  return query === '' ? url.pathname : `${url.pathname}?${query}`
}

/** The same address with one preference set, as a link that works without JavaScript. */
export function withPreference(
  url: { readonly pathname: string; readonly search: string },
  key: 'lang' | 'theme',
  value: string,
): string {
  const params = new URLSearchParams(url.search)
  params.set(key, value)
  return `${url.pathname}?${params.toString()}`
}
