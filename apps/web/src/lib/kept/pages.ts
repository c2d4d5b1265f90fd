import { randomBytes } from 'node:crypto'
import { stillHolds, type Ask, type Question } from './made-of.ts'
import { splice, type Spliced } from './spliced.ts'

/** A page as it was rendered, without the nonce of its policy. */
interface Page {
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Spliced
  readonly madeOf: readonly Question[]
}

export interface Wanted {
  /** All that the page hangs on besides the answers of the API. */
  readonly key: string
  readonly ask: Ask
  /** The encodings that the reader takes. */
  readonly encodings: string
  render(): Promise<Response>
  /** What it has asked while it was rendered; null where it hangs on more. */
  madeOf(): readonly Question[] | null
}

/** Pages that are given again while each of their questions would be answered the same. */
export interface KeptPages {
  answer(wanted: Wanted): Promise<Response>
}

const MEGABYTE = 1024 * 1024
const TOGETHER = 32 * MEGABYTE
const LARGEST = 8 * MEGABYTE
/** Room for the compressed parts, and for what it is made of. */
const SHARE = 1.5

const NONCE = /'nonce-([\w+/=-]+)'/u
const PLACE = '%nonce%'
const GZIP = /\bgzip\b/u

const roomOf = ({ body, madeOf }: Page) =>
  body.bytes * SHARE + madeOf.reduce((sum, one) => sum + (one.body?.length ?? 0) * 2, 0)

/** Headers that belong to one answer: the tag is of a text with one nonce. */
const PASSING = new Set(['etag', 'content-length'])

/** A page out of an answer; null where it cannot be given to anybody else. */
async function pageOf(answer: Response, madeOf: Wanted['madeOf']): Promise<Page | null> {
  const { status, headers } = answer
  const nonce = NONCE.exec(headers.get('content-security-policy') ?? '')?.[1]
  // Without a tag it comes piece by piece; a cookie is for one.
  if (status !== 200 || nonce === undefined || !headers.has('etag')) return null
  if (headers.getSetCookie().length > 0 || !isHtml(headers)) return null
  const questions = madeOf()
  if (questions === null) return null
  const body = splice(await answer.clone().text(), nonce)
  const kept = [...headers].filter(([name]) => !PASSING.has(name))
  const told = kept.map(([name, value]) => [name, value.replaceAll(nonce, PLACE)] as const)
  return body.bytes > LARGEST ? null : { headers: told, body, madeOf: questions }
}

const isHtml = (headers: Headers) => (headers.get('content-type') ?? '').startsWith('text/html')

async function give({ headers, body }: Page, encodings: string): Promise<Response> {
  const nonce = randomBytes(16).toString('base64')
  const told = new Headers()
  for (const [name, value] of headers) told.append(name, value.replaceAll(PLACE, nonce))
  if (!GZIP.test(encodings)) return new Response(body.plain(nonce), { headers: told })
  told.set('content-encoding', 'gzip')
  return new Response(await body.gzipped(nonce), { headers: told })
}

/** Keeps pages in a fixed share of memory, where the oldest go first. */
export function createKeptPages(): KeptPages {
  const pages = new Map<string, Page>()
  const coming = new Map<string, Promise<null>>()
  let bytes = 0

  function forget(key: string) {
    const page = pages.get(key)
    if (page === undefined) return
    pages.delete(key)
    bytes -= roomOf(page)
  }

  function keep(key: string, page: Page) {
    forget(key)
    pages.set(key, page)
    bytes += roomOf(page)
    for (const oldest of pages.keys()) {
      if (bytes <= TOGETHER) break
      forget(oldest)
    }
  }

  /** The page, where it would be rendered the same. */
  async function known({ key, ask }: Wanted): Promise<Page | null> {
    const page = pages.get(key)
    if (page === undefined || !(await stillHolds(page.madeOf, ask))) return null
    keep(key, page)
    return page
  }

  async function renderAndKeep({ key, render, madeOf, encodings }: Wanted): Promise<Response> {
    const { promise, resolve } = Promise.withResolvers<null>()
    coming.set(key, promise)
    try {
      const answer = await render()
      const page = await pageOf(answer, madeOf)
      if (page === null) return answer
      keep(key, page)
      return await give(page, encodings)
    } finally {
      coming.delete(key)
      resolve(null)
    }
  }

  /** Many who ask at once wait for one page; where that cannot be kept, each gets an own one. */
  async function answer(wanted: Wanted): Promise<Response> {
    for (let turn = 0; turn < 2; turn++) {
      await coming.get(wanted.key)
      const page = await known(wanted)
      if (page !== null) return give(page, wanted.encodings)
      if (!coming.has(wanted.key)) return renderAndKeep(wanted)
    }
    return wanted.render()
  }

  return { answer }
}
