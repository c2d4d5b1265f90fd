/** A question that a page has asked the API, and how to find out whether the answer is still the same. */
export interface Question {
  readonly path: string
  /** The tag of the answer; null where it had none. */
  readonly tag: string | null
  /** The answer itself, where it had no tag. */
  readonly body: string | null
}

/** Asks the API for whoever asks for the page; with a tag, whether that still stands. */
export type Ask = (path: string, tag: string | null) => Promise<Response>

/** What a page is made of, noted while it is rendered. */
export interface Making {
  note(request: Request, answer: Response): Promise<void>
  /** The questions; null where the page hangs on more than that. */
  questions(): readonly Question[] | null
}

/** Longer answers without a tag are not worth being compared. */
const LONGEST = 100_000

export function createMaking(): Making {
  const asked: Question[] = []
  let isMore = false

  async function questionOf({ url }: Request, answer: Response): Promise<Question | null> {
    const { pathname, search } = new URL(url)
    const tag = answer.headers.get('etag')
    if (tag !== null) return { path: pathname + search, tag, body: null }
    const body = await answer.clone().text()
    return body.length > LONGEST ? null : { path: pathname + search, tag, body }
  }

  return {
    note: async (request, answer) => {
      const isPlain = request.method === 'GET' && answer.status === 200
      const question = isPlain ? await questionOf(request, answer) : null
      if (question === null) isMore = true
      else asked.push(question)
    },
    questions: () => (isMore ? null : asked),
  }
}

async function isStill({ path, tag, body }: Question, ask: Ask): Promise<boolean> {
  const answer = await ask(path, tag)
  if (tag !== null) return answer.status === 304
  return answer.status === 200 && (await answer.text()) === body
}

/** Whether all of it would be answered as it was, to whoever asks now. */
export async function stillHolds(questions: readonly Question[], ask: Ask): Promise<boolean> {
  const same = await Promise.all(questions.map((question) => isStill(question, ask)))
  return same.every(Boolean)
}
