// Dots and commas part lists in an address; an id that a file brought may hold anything.
const ESCAPES: Readonly<Record<string, string>> = { '~': '~t', '.': '~d', ',': '~c' }
const ORIGINALS: Readonly<Record<string, string>> = { '~t': '~', '~d': '.', '~c': ',' }

/** An id as a list in an address writes it. */
export function escapeId(id: string): string {
  return id.replace(/[~.,]/gu, (sign) => ESCAPES[sign] ?? sign)
}

export function unescapeId(text: string): string {
  return text.replace(/~[tdc]/gu, (escape) => ORIGINALS[escape] ?? escape)
}

/** The ids of a list; a form without scripts sends one parameter an id instead. */
export function splitIds(texts: readonly string[]): string[] {
  const parts = texts.flatMap((text) => text.split(',')).map(unescapeId)
  return [...new Set(parts.filter((part) => part !== ''))]
}

export const joinIds = (ids: readonly string[]): string => ids.map(escapeId).join(',')

/** Ids as a list parameter of the API. */
export const apiList = (ids: readonly string[]): string =>
  ids.map((id) => (/[",:]/u.test(id) ? `"${id.replaceAll('"', '""')}"` : id)).join(',')
