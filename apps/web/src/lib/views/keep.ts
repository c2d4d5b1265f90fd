import type { View } from '@permu/api/client'
import { ask } from '#lib/answer.ts'
import { createClient, type Problem } from '#lib/api.ts'

/** The view as it is kept now, or why it is not. */
export type Kept =
  | { readonly found: View; readonly problem: null }
  | { readonly found: null; readonly problem: Problem }

const views = () => createClient(fetch).api.v1.views

interface Words {
  readonly name?: string
  readonly note?: string
}

/** Keeps a view: with a name in the list, without one as a short link. */
export const keepView = (view: { path: string; query: string } & Words): Promise<Kept> =>
  ask(views().$post({ json: view }))

export const changeView = (id: string, json: Words): Promise<Kept> =>
  ask(views()[':id'].$patch({ param: { id }, json }))

export const removeView = (id: string): Promise<Kept> =>
  ask(views()[':id'].$delete({ param: { id } }))
