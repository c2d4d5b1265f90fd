import type { MiddlewareHandler } from 'hono'
import type { Config } from '../config.ts'
import { answerFault } from '../problem.ts'
import type { Env } from '../env.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/u

function isForeign(headers: Headers): boolean {
  if (headers.get('sec-fetch-site') === 'cross-site') return true
  const origin = headers.get('origin')
  const host = headers.get('host')
  if (origin === null || origin === 'null') return origin === 'null'
  return !URL.canParse(origin) || new URL(origin).host !== host
}

/** Whether this server goes by that name; a name from outside may be DNS rebinding. */
export function isOwnName(host: string, config: Config): boolean {
  if (LOOPBACK.test(host) || !config.loopback) return true
  return config.allowedHosts.includes(host.replace(/:\d+$/u, ''))
}

/**
 * Refuses names that are not this server's (DNS rebinding), writes that another site's page sends
 * (CSRF), and writes from elsewhere while nobody can sign in.
 */
export const guard: MiddlewareHandler<Env> = async (c, next) => {
  const { config } = c.get('deps')
  const host = c.req.header('host') ?? new URL(c.req.url).host
  if (!isOwnName(host, config)) {
    return answerFault(c, { code: 'unauthorized', detail: 'This host name is not served here.' })
  }
  if (SAFE.has(c.req.method)) return next()
  if (isForeign(c.req.raw.headers)) {
    return answerFault(c, { code: 'unauthorized', detail: 'Another site may not write here.' })
  }
  if (!config.loopback) {
    return answerFault(c, {
      code: 'unauthorized',
      detail: 'Beyond this machine the server only answers questions; it takes no data.',
    })
  }
  return next()
}
