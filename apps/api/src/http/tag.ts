import { createHash } from 'node:crypto'

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

/** The ETag of what the data of one version answer to a question, its path with its query. */
export const tagOf = (version: number, question: string) =>
  `"${String(version)}-${shortOf(question)}"`
