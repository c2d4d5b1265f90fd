import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Env } from '../env.ts'

/** The pattern of the route that answered; addresses that lead nowhere are one. */
function patternOf(c: Parameters<MiddlewareHandler<Env>>[0]): string {
  const answering = matchedRoutes(c).filter(({ method }) => method !== 'ALL')
  return answering.at(-1)?.path ?? '(none)'
}

/** Measures each request, and tells the log of it: who asked for what, and how it ended. */
export const observe: MiddlewareHandler<Env> = async (c, next) => {
  const started = performance.now()
  await next()
  const { log, metrics } = c.get('deps')
  const milliseconds = performance.now() - started
  const [method, route, status] = [c.req.method, patternOf(c), c.res.status]
  metrics.request({ method, route, status, seconds: milliseconds / 1000 })
  if (!log.isLevelEnabled('info')) return
  const id = c.get('requestId')
  const person = c.get('deps').actor.id
  log.info({ id, method, route, status, ms: Math.round(milliseconds * 10) / 10, person }, 'request')
}
