import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Visitor } from '../access/visitor.ts'
import type { Deps, Env } from '../env.ts'

/** The pattern of the route that answered; addresses that lead nowhere are one. */
export function patternOf(c: Context<Env>): string {
  const answering = matchedRoutes(c).filter(({ method }) => method !== 'ALL')
  return answering.at(-1)?.path ?? '(none)'
}

/** How a request ended. */
export interface Ended {
  readonly id: string
  readonly method: string
  readonly route: string
  readonly status: number
  readonly milliseconds: number
  readonly person?: string | null
}

/** Measures a request that has been answered, and tells the log of it. */
export function note({ metrics, log }: Pick<Deps, 'metrics' | 'log'>, ended: Ended): void {
  const { id, method, route, status, milliseconds, person } = ended
  metrics.request({ method, route, status, seconds: milliseconds / 1000 })
  if (!log.isLevelEnabled('info')) return
  const ms = Math.round(milliseconds * 10) / 10
  log.info({ id, method, route, status, ms, person }, 'request')
}

/** Measures each request, and tells the log of it: who asked for what, and how it ended. */
export const observe: MiddlewareHandler<Env> = async (c, next) => {
  const started = performance.now()
  await next()
  const milliseconds = performance.now() - started
  const visitor: Visitor | undefined = c.get('visitor')
  const person = visitor === undefined ? null : c.get('deps').actor.id
  const [id, method, route, status] = [c.get('requestId'), c.req.method, patternOf(c), c.res.status]
  note(c.get('deps'), { id, method, route, status, milliseconds, person })
}
