import type { MiddlewareHandler } from 'hono'
import { keyIn } from '../access/by-key.ts'
import { SESSION_COOKIE } from '../accounts/auth.ts'
import type { Config } from '../config.ts'
import { answerFault } from '../problem.ts'
import type { Env } from '../env.ts'
import { isOwnName, isOwnWeb } from './own-name.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

function isForeign(headers: Headers, { address }: Config): boolean {
  const site = headers.get('sec-fetch-site')
  if (site === 'cross-site' || site === 'same-site') return true
  const origin = headers.get('origin')
  if (origin === null) return false
  if (!URL.canParse(origin)) return true
  return origin !== address && new URL(origin).host !== headers.get('host')
}

/**
 * Whether nothing says which page a browser sends this write from. A program has no cookie, and the
 * dashboard of this process has looked at the origin itself.
 */
function isUnplaced(headers: Headers, config: Config): boolean {
  if (keyIn(headers) !== null || isOwnWeb(headers, config)) return false
  if (!headers.get('cookie')?.includes(SESSION_COOKIE)) return false
  return headers.get('origin') === null && headers.get('sec-fetch-site') !== 'same-origin'
}

/**
 * Refuses names that are not this server's (DNS rebinding), and writes that another site's page
 * sends, or that do not say where they come from though a person's cookie is with them (CSRF).
 */
export const guard: MiddlewareHandler<Env> = async (c, next) => {
  const { config } = c.get('deps')
  const host = c.req.header('host') ?? new URL(c.req.url).host
  if (!isOwnName(host, config)) {
    return answerFault(c, { code: 'unauthorized', detail: 'This host name is not served here.' })
  }
  if (SAFE.has(c.req.method)) return next()
  const { headers } = c.req.raw
  if (isForeign(headers, config) || isUnplaced(headers, config)) {
    return answerFault(c, { code: 'unauthorized', detail: 'Another site may not write here.' })
  }
  return next()
}
