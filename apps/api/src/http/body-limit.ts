import { bodyLimit } from 'hono/body-limit'
import type { MiddlewareHandler } from 'hono'
import type { Env } from '../env.ts'
import { answerFault } from '../problem.ts'

const KB = 1024
const MB = 1024 * KB

/** What is taken into memory whole: an outline is parsed, corrections of a file are thousands. */
const LIMITS: readonly { readonly path: RegExp; readonly bytes: number }[] = [
  { path: /^\/api\/v1\/map$/u, bytes: 9 * MB },
  { path: /^\/api\/v1\/uploads\/[^/]+\/(?:preview|commit)$/u, bytes: 16 * MB },
  { path: /^\/api\/v1\/(?:zone-events|mappings)\b/u, bytes: 4 * MB },
  { path: /^\/api\/auth\//u, bytes: 64 * KB },
]
const USUAL = MB

const sizeText = (bytes: number) =>
  bytes < MB ? `${String(bytes / KB)} KB` : `${String(bytes / MB)} MB`

const limitOf = (maxSize: number): MiddlewareHandler<Env> =>
  bodyLimit({
    maxSize,
    onError: (c) => {
      const detail = `The request is larger than ${sizeText(maxSize)}.`
      return answerFault(c, { code: 'too-large', detail })
    },
  })

const usual = limitOf(USUAL)
const special = LIMITS.map(({ path, bytes }) => ({ path, limited: limitOf(bytes) }))

/** Refuses large requests, but for the route that takes files: they are streamed, and have their own limit. */
export const limitBodies: MiddlewareHandler<Env> = (c, next) => {
  if (c.req.path === '/api/v1/uploads') return next()
  return (special.find(({ path }) => path.test(c.req.path))?.limited ?? usual)(c, next)
}
