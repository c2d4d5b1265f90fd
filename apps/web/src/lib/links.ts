interface Cell {
  readonly zone: string
  readonly period: string
  readonly indicator: string
}

function query(params: Readonly<Record<string, string | undefined>>): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(params)) if (value) search.set(key, value)
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}

export const traceHref = ({ zone, period, indicator }: Cell): string =>
  `/trace${query({ zone, period, indicator })}`

export const zoneHref = (id: string, period?: string): string =>
  `/zones/${encodeURIComponent(id)}${query({ period })}`

export const indicatorHref = (id: string, period?: string): string =>
  `/indicators/${encodeURIComponent(id)}${query({ period })}`

export const uploadHref = (id: string): string => `/data/${encodeURIComponent(id)}`

/** Two states of the data side by side. */
export const diffHref = (from: number, to?: number): string =>
  `/data/diff${query({ from: String(from), to: to === undefined ? undefined : String(to) })}`

export const coverageHref = (field: string): string => `/data/coverage/${encodeURIComponent(field)}`

export const compareHref = (zones: readonly string[], period?: string): string =>
  `/compare${query({ zones: zones.join(','), period })}`

/** The same page with one parameter changed. */
export function withParam(search: string, key: string, value: string): string {
  const params = new URLSearchParams(search)
  params.set(key, value)
  return `?${params.toString()}`
}
