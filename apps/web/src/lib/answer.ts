import { problemOf, type Answer, type Problem } from '#lib/api.ts'

/** A good answer, or what the API says is wrong with the question: the page stays and shows it. */
export async function ask<T>(
  pending: Promise<Answer<T>>,
): Promise<
  | { readonly found: T; readonly problem: null }
  | { readonly found: null; readonly problem: Problem }
> {
  const answer = await pending
  if (answer.ok) return { found: await answer.json(), problem: null }
  const body: unknown = await answer.json().catch(() => null)
  return { found: null, problem: problemOf(body) }
}
