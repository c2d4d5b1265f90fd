import { error, fail } from '@sveltejs/kit'
import type { BackupList, Restored } from '@permu/api/client'
import { textOf } from '#lib/account/form.ts'
import { ask } from '#lib/answer.ts'
import { createClient, read } from '#lib/api.ts'
import { messages } from '../messages.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params }) => {
  const { items } = await read<BackupList>(createClient(fetch).api.v1.backups.$get())
  const backup = items.find(({ name }) => name === params.name)
  if (!backup) error(404, 'Not found', { code: 'not-found', requestId: '' })
  return { backup, now: new Date().toISOString() }
}

export const actions: Actions = {
  default: async ({ request, fetch, params, locals }) => {
    const t = messages[locals.locale]
    if (textOf(await request.formData(), 'sure') !== 'yes') {
      return fail(400, { fault: t.sureMissing })
    }
    const backups = createClient(fetch).api.v1.backups
    const param = { name: params.name }
    const { found, problem } = await ask<Restored>(backups[':name'].restore.$post({ param }))
    if (problem) return fail(400, { fault: t.failed(problem.message) })
    const { restored, kept, missingOriginals } = found
    return { restored: { name: restored, kept, missing: missingOriginals.length } }
  },
}
