import { bodyLimit } from 'hono/body-limit'
import type { MiddlewareHandler } from 'hono'
import type { Env } from '../env.ts'
import { answerFault } from '../problem.ts'

const MEGABYTES = 32

/** Bodies that are taken into memory whole; files of data are streamed and have their own limit. */
const limited = bodyLimit({
  maxSize: MEGABYTES * 1024 * 1024,
  onError: (c) => {
    const detail = `The request is larger than ${String(MEGABYTES)} MB.`
    return answerFault(c, { code: 'too-large', detail })
  },
})

/** Refuses large requests, but for the route that takes files. */
export const limitBodies: MiddlewareHandler<Env> = (c, next) =>
  c.req.path === '/api/v1/uploads' ? next() : limited(c, next)
