import { fail, redirect } from '@sveltejs/kit'
import type { Backup, BackupList } from '@permu/api/client'
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
  default: async ({ fetch, locals }) => {
    const { found, problem } = await ask<Backup>(createClient(fetch).api.v1.backups.$post())
    if (problem) return fail(400, { fault: messages[locals.locale].failed(problem.message) })
    redirect(303, `/admin/backups?${new URLSearchParams({ made: found.name }).toString()}`)
  },
}
