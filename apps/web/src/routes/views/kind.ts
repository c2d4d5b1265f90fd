const KINDS = [
  ['/rank/methods', 'methods'],
  ['/rank/robustness', 'robustness'],
  ['/rank', 'rank'],
  ['/frontier', 'frontier'],
  ['/productivity', 'productivity'],
  ['/compare', 'compare'],
  ['/report', 'report'],
] as const

/** What kind of page a path is. */
export function kindOf(path: string) {
  if (/^\/zones\/[^/]+\/report$/u.test(path)) return 'report'
  if (path.startsWith('/zones/')) return 'zone'
  return KINDS.find(([start]) => path === start)?.[1] ?? 'other'
}
