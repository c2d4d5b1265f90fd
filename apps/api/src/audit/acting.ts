import type { Context } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Env } from '../env.ts'
import type { Acting } from './append.ts'

const PARAMETER = /:(\w+)(\{[^}]*\})?/gu

/** The route that answers a request as the description of the API writes it: `POST /uploads/{id}/commit`. */
function operationOf(c: Context<Env>): string {
  const path = matchedRoutes(c).at(-1)?.path ?? c.req.path
  return `${c.req.method} ${path.replace('/api/v1', '').replaceAll(PARAMETER, '{$1}')}`
}

/** What a request is about where its path names it: `uploads/…`. */
function subjectOf(c: Context<Env>): string | undefined {
  const [, kind, id] = /^\/api\/v1\/([\w-]+)\/([^/]+)/u.exec(c.req.path) ?? []
  return operationOf(c).includes('{') && id !== undefined
    ? `${kind ?? ''}/${decodeURIComponent(id)}`
    : undefined
}

/** Who does what by a request, looked up when something is written: by then it is known who it is. */
export function actingIn(c: Context<Env>): Acting {
  return {
    get actor() {
      return c.get('deps').actor.id
    },
    get action() {
      return operationOf(c)
    },
    get subject() {
      return subjectOf(c)
    },
    get requestId() {
      return c.get('requestId')
    },
  }
}
