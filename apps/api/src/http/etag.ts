import type { Context, MiddlewareHandler } from 'hono'
import { isForReaders } from '../access/access.ts'
import type { Env } from '../env.ts'
import { patternOf } from '../watching/observe.ts'
import { onceMore, type KeptAnswer } from './answers.ts'
import { tagOf } from './tag.ts'

async function tagFor(c: Context<Env>): Promise<string> {
  const version = await c.get('deps').snapshots.version()
  const { url } = c.req
  return tagOf(version, url.slice(url.indexOf('/', url.indexOf('//') + 2)))
}

/** Puts the tag on a good answer, and notes it where whoever may read may ask for the same. */
function mark(c: Context<Env>, tag: string) {
  if (c.res.status !== 200) return
  c.res.headers.set('etag', tag)
  c.res.headers.set('cache-control', 'private, no-cache')
  if (isForReaders(c)) c.get('deps').answers.note(tag, patternOf(c))
}

const isKnown = (c: Context<Env>, tag: string) => c.req.header('if-none-match') === tag

/** Answers a repeated question with 304: the tag is the data version and the question itself. */
export const dataEtag: MiddlewareHandler<Env> = async (c, next) => {
  const tag = await tagFor(c)
  if (isKnown(c, tag)) return c.body(null, 304, { etag: tag })
  await next()
  mark(c, tag)
  return undefined
}

const OWN = new Set(['content-type', 'content-disposition'])

/** Keeps the answer of this request, where it is one, and sends the very bytes that are kept. */
async function remember(c: Context<Env>, tag: string) {
  mark(c, tag)
  if (c.res.status !== 200 || !isForReaders(c)) return
  const { headers } = c.res
  const body = new Uint8Array(await c.res.arrayBuffer())
  const own = [...headers].filter(([name]) => OWN.has(name))
  c.get('deps').answers.keep(tag, patternOf(c), { body, headers: own })
  c.res = undefined
  c.res = new Response(body, { headers })
}

async function again(c: Context<Env>, tag: string, answer: KeptAnswer) {
  const { body, headers } = await onceMore(answer, tag, c.req.header('accept-encoding'))
  return c.body(body, 200, headers)
}

/**
 * As `dataEtag`, and gives the answer to others who ask the same of the same data; only for what is
 * the same for everybody who may read. Many who ask at once wait for one answer.
 */
export const keptAnswer: MiddlewareHandler<Env> = async (c, next) => {
  const tag = await tagFor(c)
  if (isKnown(c, tag)) return c.body(null, 304, { etag: tag })
  const { answers } = c.get('deps')
  await answers.coming.get(tag)
  const known = answers.find(tag)?.answer
  if (known) return again(c, tag, known)
  const { promise, resolve } = Promise.withResolvers<null>()
  answers.coming.set(tag, promise)
  try {
    await next()
    await remember(c, tag)
  } finally {
    answers.coming.delete(tag)
    resolve(null)
  }
  return undefined
}
