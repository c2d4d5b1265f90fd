import { fail } from '@sveltejs/kit'
import type { Zone } from '@permu/api/client'
import { isEmail, textOf } from '#lib/account/form.ts'
import { ask } from '#lib/answer.ts'
import { createClient, read } from '#lib/api.ts'
import { messages } from '../messages.ts'
import { isRole, zonesOf } from '../roles.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch }) => ({
  zones: await read<Zone[]>(createClient(fetch).api.v1.zones.$get({ query: {} })),
})

export const actions: Actions = {
  default: async ({ request, fetch, locals }) => {
    const form = await request.formData()
    const t = messages[locals.locale]
    const filled = { name: textOf(form, 'name'), email: textOf(form, 'email') }
    const role = textOf(form, 'role')
    const refuse = (fault: string) => fail(400, { fault, ...filled })
    if (filled.name === '') return refuse(t.nameBad)
    if (!isEmail(filled.email)) return refuse(t.emailBad)
    if (!isRole(role)) return refuse(t.roleBad)
    const json = { ...filled, role, zones: zonesOf(form, role) }
    const { found, problem } = await ask(createClient(fetch).api.v1.people.$post({ json }))
    if (problem) return refuse(problem.code === 'conflict' ? t.taken : t.failed(problem.message))
    const { person, password } = found
    return { made: { id: person.id, name: person.name, password } }
  },
}
