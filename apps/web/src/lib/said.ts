import { problemOf, type Problem } from '#lib/api.ts'

/** How something that was asked of the API went. */
export type Said = { readonly done: true } | { readonly problem: Problem }

export async function said(
  pending: Promise<{ ok: boolean; json(): Promise<unknown> }>,
): Promise<Said> {
  const answer = await pending
  if (answer.ok) return { done: true }
  return { problem: problemOf(await answer.json().catch(() => null)) }
}
