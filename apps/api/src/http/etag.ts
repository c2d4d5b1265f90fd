import { createHash } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { Env } from '../env.ts'

/** Answers a repeated question with 304: the tag is the data version and the question itself. */
export const dataEtag: MiddlewareHandler<Env> = async (c, next) => {
  const version = await c.get('deps').snapshots.version()
  const { pathname, search } = new URL(c.req.url)
  const question = createHash('sha256')
    .update(pathname + search)
    .digest('base64url')
    .slice(0, 16)
  const tag = `"${String(version)}-${question}"`
  if (c.req.header('if-none-match') === tag) return c.body(null, 304, { etag: tag })
  await next()
  if (c.res.status === 200) {
    c.res.headers.set('etag', tag)
    c.res.headers.set('cache-control', 'private, no-cache')
  }
  return undefined
}
