const LONGEST = 260

/** A text as a string of CSS, cut where it would fill the margin of a page. */
export function cssText(text: string, longest = LONGEST): string {
  const cut = [...text].length <= longest ? text : `${[...text].slice(0, longest - 1).join('')}…`
  const safe = cut
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll(/[\n\r\f]+/gu, ' ')
  return `"${safe}"`
}
