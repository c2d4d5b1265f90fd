import { gzip } from 'node:zlib'
import { promisify } from 'node:util'

/** An answer as it went out, to be given again while the data stay the same. */
export interface KeptAnswer {
  body: Uint8Array<ArrayBuffer>
  headers: [name: string, value: string][]
  /** Made when first asked for. */
  gzipped: Promise<Uint8Array<ArrayBuffer>> | null
}

/** A tag that has been given out, by the route of this pattern, which everybody may ask who may read. */
export interface Noted {
  readonly route: string
  readonly answer: KeptAnswer | null
}

/** What has been answered, by tags of data version and question. */
export interface Answers {
  /** What is known of a tag: its answer stands in memory, or only that it is a good one. */
  find(tag: string): Noted | undefined
  note(tag: string, route: string): void
  /** Keeps an answer in a fixed share of memory, where the oldest go first. */
  keep(tag: string, route: string, answer: Pick<KeptAnswer, 'body' | 'headers'>): void
  /** What is being answered for the first time. */
  readonly coming: Map<string, Promise<null>>
}

const MEGABYTE = 1024 * 1024
const TOGETHER = 32 * MEGABYTE
const LARGEST = 8 * MEGABYTE
const TAGS = 4000

/** Room for the answer and its short form. */
const roomOf = ({ answer }: Noted) => (answer === null ? 0 : answer.body.byteLength * 1.25)

export function createAnswers(): Answers {
  const all = new Map<string, Noted>()
  let bytes = 0

  function forget(tag: string) {
    const noted = all.get(tag)
    if (noted === undefined) return
    all.delete(tag)
    bytes -= roomOf(noted)
  }

  function put(tag: string, noted: Noted) {
    forget(tag)
    all.set(tag, noted)
    bytes += roomOf(noted)
    for (const oldest of all.keys()) {
      if (bytes <= TOGETHER && all.size <= TAGS) break
      forget(oldest)
    }
  }

  return {
    find(tag) {
      const noted = all.get(tag)
      if (noted === undefined) return undefined
      all.delete(tag)
      all.set(tag, noted)
      return noted
    },
    note(tag, route) {
      if (!all.has(tag)) put(tag, { route, answer: null })
    },
    keep(tag, route, answer) {
      const fits = answer.body.byteLength <= LARGEST
      put(tag, { route, answer: fits ? { ...answer, gzipped: null } : null })
    },
    coming: new Map(),
  }
}

const squeeze = promisify(gzip)

/** The short form of an answer, made once however many ask. */
function gzippedBody(answer: KeptAnswer): Promise<Uint8Array<ArrayBuffer>> {
  answer.gzipped ??= squeeze(answer.body).then((bytes) => Uint8Array.from(bytes))
  return answer.gzipped
}

const GZIP = /\bgzip\b/u

/** An answer as it goes out once more, to somebody who reads these encodings. */
export async function onceMore(answer: KeptAnswer, tag: string, encodings: string | undefined) {
  const headers: Record<string, string> = Object.fromEntries(answer.headers)
  headers['etag'] = tag
  headers['cache-control'] = 'private, no-cache'
  if (!GZIP.test(encodings ?? '')) return { body: answer.body, headers }
  headers['content-encoding'] = 'gzip'
  headers['vary'] = 'Accept-Encoding'
  return { body: await gzippedBody(answer), headers }
}
