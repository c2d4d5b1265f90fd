import { fail, redirect } from '@sveltejs/kit'
import type { Key } from '@permu/api/client'
import { textOf } from '#lib/account/form.ts'
import { ask } from '#lib/answer.ts'
import { createClient, read } from '#lib/api.ts'
import type { Actions, PageServerLoad } from './$types'
import { messages } from './messages.ts'

export const load: PageServerLoad = async ({ fetch, url }) => ({
  keys: await read<Key[]>(createClient(fetch).api.v1.keys.$get()),
  ended: url.searchParams.get('done') === 'ended',
  now: new Date().toISOString(),
})

export const actions: Actions = {
  end: async ({ request, fetch, locals }) => {
    const id = textOf(await request.formData(), 'id')
    const { problem } = await ask(createClient(fetch).api.v1.keys[':id'].$delete({ param: { id } }))
    if (problem && problem.code !== 'not-found') {
      return fail(400, { fault: messages[locals.locale].failed(problem.message) })
    }
    redirect(303, '/admin/keys?done=ended')
  },
}
