import { fail, redirect } from '@sveltejs/kit'
import type { Settings } from '@permu/api/client'
import { textOf } from '#lib/account/form.ts'
import { ask } from '#lib/answer.ts'
import { createClient, read } from '#lib/api.ts'
import type { Actions, PageServerLoad } from './$types'
import { messages } from './messages.ts'

export const load: PageServerLoad = async ({ fetch, url }) => ({
  settings: await read<Settings>(createClient(fetch).api.v1.settings.$get()),
  saved: url.searchParams.get('done') === 'saved',
})

export const actions: Actions = {
  default: async ({ request, fetch, locals }) => {
    const reading = textOf(await request.formData(), 'reading')
    const t = messages[locals.locale]
    if (reading !== 'open' && reading !== 'closed') return fail(400, { fault: t.choose })
    const { problem } = await ask(createClient(fetch).api.v1.settings.$put({ json: { reading } }))
    if (problem) return fail(400, { fault: t.failed(problem.message) })
    redirect(303, '/admin/settings?done=saved')
  },
}
