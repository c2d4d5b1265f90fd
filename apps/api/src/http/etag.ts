import { createHash } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import type { Snapshots } from '../data/snapshots.ts'
import type { Env } from '../env.ts'
import {
  createKeptAnswers,
  gzippedBody,
  type KeptAnswer,
  type KeptAnswers,
} from './kept-answers.ts'

const QUESTIONS = 1000
const questions = new Map<string, string>()

/** A question as a few characters; the same questions come again and again. */
function shortOf(question: string): string {
  const known = questions.get(question)
  if (known !== undefined) return known
  const short = createHash('sha256').update(question).digest('base64url').slice(0, 16)
  const oldest = questions.size >= QUESTIONS ? questions.keys().next().value : undefined
  if (oldest !== undefined) questions.delete(oldest)
  questions.set(question, short)
  return short
}

async function tagOf(c: Context<Env>): Promise<string> {
  const version = await c.get('deps').snapshots.version()
  const { url } = c.req
  return `"${String(version)}-${shortOf(url.slice(url.indexOf('/', url.indexOf('//') + 2)))}"`
}

function mark(c: Context<Env>, tag: string) {
  if (c.res.status !== 200) return
  c.res.headers.set('etag', tag)
  c.res.headers.set('cache-control', 'private, no-cache')
}

const isKnown = (c: Context<Env>, tag: string) => c.req.header('if-none-match') === tag

/** Answers a repeated question with 304: the tag is the data version and the question itself. */
export const dataEtag: MiddlewareHandler<Env> = async (c, next) => {
  const tag = await tagOf(c)
  if (isKnown(c, tag)) return c.body(null, 304, { etag: tag })
  await next()
  mark(c, tag)
  return undefined
}

interface Memory {
  answers: KeptAnswers
  /** What is being answered for the first time. */
  coming: Map<string, Promise<null>>
}

const memories = new WeakMap<Snapshots, Memory>()

function memoryOf(c: Context<Env>): Memory {
  const { snapshots } = c.get('deps')
  const known = memories.get(snapshots) ?? { answers: createKeptAnswers(), coming: new Map() }
  memories.set(snapshots, known)
  return known
}

const OWN = new Set(['content-type', 'content-disposition'])

/** Keeps the answer of this request, where it is one. */
async function remember(c: Context<Env>, tag: string, { answers }: Memory) {
  mark(c, tag)
  if (c.res.status !== 200) return
  const body = new Uint8Array(await c.res.clone().arrayBuffer())
  const headers = [...c.res.headers].filter(([name]) => OWN.has(name))
  answers.keep(tag, { body, headers })
}

const GZIP = /\bgzip\b/u

async function again(c: Context<Env>, tag: string, answer: KeptAnswer) {
  const headers: Record<string, string> = Object.fromEntries(answer.headers)
  headers['etag'] = tag
  headers['cache-control'] = 'private, no-cache'
  if (!GZIP.test(c.req.header('accept-encoding') ?? '')) return c.body(answer.body, 200, headers)
  headers['content-encoding'] = 'gzip'
  headers['vary'] = 'Accept-Encoding'
  return c.body(await gzippedBody(answer), 200, headers)
}

/**
 * As `dataEtag`, and gives the answer to others who ask the same of the same data; only for what is
 * the same for everybody who may read. Many who ask at once wait for one answer.
 */
export const keptAnswer: MiddlewareHandler<Env> = async (c, next) => {
  const tag = await tagOf(c)
  if (isKnown(c, tag)) return c.body(null, 304, { etag: tag })
  const memory = memoryOf(c)
  await memory.coming.get(tag)
  const known = memory.answers.get(tag)
  if (known !== undefined) return again(c, tag, known)
  const { promise, resolve } = Promise.withResolvers<null>()
  memory.coming.set(tag, promise)
  try {
    await next()
    await remember(c, tag, memory)
  } finally {
    memory.coming.delete(tag)
    resolve(null)
  }
  return undefined
}
