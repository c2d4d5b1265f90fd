import type { Me } from '@permu/api/client'
import { signInHref } from './return-to.ts'

// What is reached while signing in, and so by those who may not read.
const OPEN = new Set(['/sign-in', '/setup'])

/** Where those must go first who may not see this page yet; null where they may. */
export function doorOf(
  { can, person }: Pick<Me, 'can' | 'person'>,
  { pathname, search }: Pick<URL, 'pathname' | 'search'>,
): string | null {
  if (OPEN.has(pathname)) return null
  if (person?.mustChangePassword) return pathname === '/account' ? null : '/account'
  return can.includes('read') ? null : signInHref(pathname + search)
}
