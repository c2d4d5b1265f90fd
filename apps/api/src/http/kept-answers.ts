import { gzip } from 'node:zlib'
import { promisify } from 'node:util'

/** An answer as it went out, to be given again while the data stay the same. */
export interface KeptAnswer {
  body: Uint8Array<ArrayBuffer>
  headers: [name: string, value: string][]
  /** Made when first asked for. */
  gzipped: Promise<Uint8Array<ArrayBuffer>> | null
}

/** Answers of one data version by their tags; a fixed share of memory, the oldest go first. */
export interface KeptAnswers {
  get(tag: string): KeptAnswer | undefined
  keep(tag: string, answer: Pick<KeptAnswer, 'body' | 'headers'>): void
}

const MEGABYTE = 1024 * 1024
const TOGETHER = 32 * MEGABYTE
const LARGEST = 8 * MEGABYTE

/** Room for the answer and its short form. */
const roomOf = ({ body }: Pick<KeptAnswer, 'body'>) => body.byteLength * 1.25

export function createKeptAnswers(): KeptAnswers {
  const kept = new Map<string, KeptAnswer>()
  let bytes = 0

  function forget(tag: string) {
    const answer = kept.get(tag)
    if (answer === undefined) return
    kept.delete(tag)
    bytes -= roomOf(answer)
  }

  return {
    get(tag) {
      const answer = kept.get(tag)
      if (answer === undefined) return undefined
      kept.delete(tag)
      kept.set(tag, answer)
      return answer
    },
    keep(tag, answer) {
      if (answer.body.byteLength > LARGEST) return
      forget(tag)
      kept.set(tag, { ...answer, gzipped: null })
      bytes += roomOf(answer)
      for (const oldest of kept.keys()) {
        if (bytes <= TOGETHER) break
        forget(oldest)
      }
    },
  }
}

const squeeze = promisify(gzip)

/** The short form of an answer, made once however many ask. */
export function gzippedBody(answer: KeptAnswer): Promise<Uint8Array<ArrayBuffer>> {
  answer.gzipped ??= squeeze(answer.body).then((bytes) => Uint8Array.from(bytes))
  return answer.gzipped
}
