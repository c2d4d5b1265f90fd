const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Whether another site's page sends this write: its origin, or what the browser says of it. */
export function isForeignWrite({ method, headers }: Pick<Request, 'method' | 'headers'>): boolean {
  if (SAFE.has(method)) return false
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site !== 'same-origin' && site !== 'none'
  const origin = headers.get('origin')
  if (origin === null) return false
  return !URL.canParse(origin) || new URL(origin).host !== headers.get('host')
}
