import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit'
import type { Person, PersonChange, Zone } from '@permu/api/client'
import { textOf } from '#lib/account/form.ts'
import { ask } from '#lib/answer.ts'
import { createClient, read } from '#lib/api.ts'
import { messages } from '../messages.ts'
import { isRole, zonesOf } from '../roles.ts'
import type { Actions, PageServerLoad } from './$types'

/** Whether nobody else could let people in: such a one is not taken away. */
const isLast = (person: Person, people: readonly Person[]) =>
  person.role === 'administrator' &&
  !person.disabled &&
  people.filter(({ role, disabled }) => role === 'administrator' && !disabled).length === 1

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const api = createClient(fetch).api.v1
  const [people, zones] = await Promise.all([
    read<Person[]>(api.people.$get()),
    read<Zone[]>(api.zones.$get({ query: {} })),
  ])
  const person = people.find(({ id }) => id === params.id)
  if (!person) error(404, 'Not found', { code: 'not-found', requestId: '' })
  const saved = url.searchParams.get('done') === 'saved'
  return { person, zones, last: isLast(person, people), saved }
}

type Event = RequestEvent<{ id: string }>

async function change({ fetch, params, locals, url }: Event, json: PersonChange) {
  const param = { id: params.id }
  const { problem } = await ask(createClient(fetch).api.v1.people[':id'].$patch({ param, json }))
  if (problem) return fail(400, { fault: messages[locals.locale].failed(problem.message) })
  redirect(303, `${url.pathname}?done=saved`)
}

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData()
    const t = messages[event.locals.locale]
    const name = textOf(form, 'name')
    const role = textOf(form, 'role')
    if (name === '') return fail(400, { fault: t.nameBad })
    if (!isRole(role)) return fail(400, { fault: t.roleBad })
    return change(event, { name, role, zones: zonesOf(form, role) })
  },

  disable: (event) => change(event, { disabled: true }),
  enable: (event) => change(event, { disabled: false }),

  password: async ({ fetch, params, locals }) => {
    const param = { id: params.id }
    const people = createClient(fetch).api.v1.people
    const { found, problem } = await ask(people[':id'].password.$post({ param }))
    if (problem) return fail(400, { fault: messages[locals.locale].failed(problem.message) })
    return { password: found.password }
  },

  remove: async ({ fetch, params, locals }) => {
    const param = { id: params.id }
    const { problem } = await ask(createClient(fetch).api.v1.people[':id'].$delete({ param }))
    if (problem) return fail(400, { fault: messages[locals.locale].failed(problem.message) })
    redirect(303, '/admin/people?done=removed')
  },
}
