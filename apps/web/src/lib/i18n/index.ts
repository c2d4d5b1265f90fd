export const LOCALES = ['zh', 'en'] as const
export type Locale = (typeof LOCALES)[number]

export function isLocale(text: string | null | undefined): text is Locale {
  return text === 'zh' || text === 'en'
}

type Message = string | ((...args: never[]) => string)
type Widened<T> = { readonly [K in keyof T]: T[K] extends string ? string : T[K] }

/** Texts of one page: English must have exactly the keys, and functions the arguments, of Chinese. */
export function defineMessages<T extends Record<string, Message>>(messages: {
  zh: T
  en: Widened<NoInfer<T>>
}): Readonly<Record<Locale, Widened<T>>>
export function defineMessages(messages: unknown): unknown {
  return messages
}
