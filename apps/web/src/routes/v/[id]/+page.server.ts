import { redirect } from '@sveltejs/kit'
import type { View } from '@permu/api/client'
import { createClient, read } from '#lib/api.ts'
import { viewHref } from '#lib/views/view.ts'
import type { PageServerLoad } from './$types'

/** A short link leads to the view that it stands for; an unknown one is told as not found. */
export const load: PageServerLoad = async ({ fetch, params }) => {
  const { api } = createClient(fetch)
  redirect(303, viewHref(await read<View>(api.v1.views[':id'].$get({ param: { id: params.id } }))))
}
