import { fail, redirect } from '@sveltejs/kit'
import type { Backup, BackupList, Restored } from '@permu/api/client'
import { textOf } from '#lib/account/form.ts'
import { ask } from '#lib/answer.ts'
import { createClient, read } from '#lib/api.ts'
import type { Actions, PageServerLoad } from './$types'
import { messages } from './messages.ts'

export const load: PageServerLoad = async ({ fetch, url }) => ({
  backups: await read<BackupList>(createClient(fetch).api.v1.backups.$get()),
  made: url.searchParams.get('made'),
  now: new Date().toISOString(),
})

export const actions: Actions = {
  make: async ({ fetch, locals }) => {
    const { found, problem } = await ask<Backup>(createClient(fetch).api.v1.backups.$post())
    if (problem) return fail(400, { fault: messages[locals.locale].failed(problem.message) })
    redirect(303, `/admin/backups?${new URLSearchParams({ made: found.name }).toString()}`)
  },

  restore: async ({ request, fetch, locals }) => {
    const form = await request.formData()
    const t = messages[locals.locale]
    const param = { name: textOf(form, 'name') }
    if (textOf(form, 'sure') !== 'yes') return fail(400, { fault: t.sureMissing })
    const backups = createClient(fetch).api.v1.backups
    const { found, problem } = await ask<Restored>(backups[':name'].restore.$post({ param }))
    if (problem) return fail(400, { fault: t.failed(problem.message) })
    const { restored, kept, missingOriginals } = found
    return { restored: { name: restored, kept, missing: missingOriginals.length } }
  },
}
