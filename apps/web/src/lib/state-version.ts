/** The query of an address in one version of the state, turned into the next version. */
export type Upgrade = (path: string, params: URLSearchParams) => URLSearchParams

/**
 * What turns each version into the next: the rule at 0 turns version 1 into version 2. Rules are
 * only ever added, never changed or taken out: a link that was shared once keeps working.
 */
export const UPGRADES: readonly Upgrade[] = []

/** The version in which addresses are written now. */
export const STATE_VERSION = UPGRADES.length + 1

/** The version of an address: 1 where none is written, null where it is none of ours. */
export function versionOf(params: Pick<URLSearchParams, 'get'>): number | null {
  const text = params.get('v')
  if (text === null || text === '') return 1
  return /^[1-9]\d{0,5}$/u.test(text) ? Number(text) : null
}

/** Whether a link was made by a newer permu: what this one does not know of it is left out. */
export function isFromNewer(
  params: Pick<URLSearchParams, 'get'>,
  rules: readonly Upgrade[] = UPGRADES,
): boolean {
  return (versionOf(params) ?? 1) > rules.length + 1
}

interface Address {
  readonly pathname: string
  readonly search: string
}

/** The same view as today's addresses write it; null where nothing is to be changed. */
export function upgradedAddress(
  { pathname, search }: Address,
  rules: readonly Upgrade[] = UPGRADES,
): string | null {
  const asked = new URLSearchParams(search)
  const version = versionOf(asked)
  if (version === null || version > rules.length) return null
  let params = asked
  for (const rule of rules.slice(version - 1)) params = rule(pathname, new URLSearchParams(params))
  params.delete('v')
  const rest = params.toString()
  return rest === '' ? pathname : `${pathname}?v=${String(rules.length + 1)}&${rest}`
}
