import type { RateKind } from './quota.ts'

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Readings that work for a while: rankings, frontiers, and whatever compares many zones. */
const COMPUTED =
  /^\/api\/v1\/(?:rankings|frontier|productivity|linkage|starter|projects)(?:[./]|$)/u

/** Where a password, a one-time token or a code is tried. */
const GUESSED =
  /^\/api\/(?:auth\/(?:sign-in|change-password|reset-password|callback|oauth2)(?:\/|$)|v1\/setup$)/u

/** What a request to the API counts as; null where it is never counted. */
export function kindOf(method: string, path: string): RateKind | null {
  if (path === '/livez' || path === '/readyz') return null
  if (GUESSED.test(path)) return 'sign-in'
  if (!READS.has(method)) return path === '/api/v1/uploads' ? 'upload' : 'write'
  return COMPUTED.test(path) ? 'compute' : 'read'
}
