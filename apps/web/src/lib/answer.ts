import { problemOf, type Answer, type Problem } from '#lib/api.ts'

/** What is wrong with a request whose good answer says nothing more; null where it was done. */
export async function problemIn(
  pending: Promise<Pick<Answer<unknown>, 'ok' | 'json'>>,
): Promise<Problem | null> {
  const answer = await pending
  if (answer.ok) return null
  return problemOf(await answer.json().catch(() => null))
}

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
