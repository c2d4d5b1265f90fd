import { createClient, problemOf, type Problem } from '#lib/api.ts'

export type Said = { readonly done: true } | { readonly problem: Problem }

async function said(pending: Promise<{ ok: boolean; json(): Promise<unknown> }>): Promise<Said> {
  const answer = await pending
  if (answer.ok) return { done: true }
  return { problem: problemOf(await answer.json().catch(() => null)) }
}

const aliasesOf = () => createClient(fetch).api.v1.zones[':id'].aliases

export const addAlias = (id: string, name: string): Promise<Said> =>
  said(aliasesOf().$post({ param: { id }, json: { name } }))

export const removeAlias = (id: string, name: string): Promise<Said> =>
  said(aliasesOf().$delete({ param: { id }, query: { name } }))
