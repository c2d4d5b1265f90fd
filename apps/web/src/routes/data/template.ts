/** The address of an empty table with these fields, in a language, with the zones or without. */
export function templateHref(
  kind: 'csv' | 'xlsx',
  { fields, lang, zones }: { fields: readonly string[]; lang: string; zones: boolean },
): string {
  const query = new URLSearchParams({ lang })
  if (fields.length > 0) query.set('fields', fields.join(','))
  if (zones) query.set('zones', 'true')
  return `/api/v1/template.${kind}?${query.toString()}`
}
