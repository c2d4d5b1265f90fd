import { fail, redirect } from '@sveltejs/kit'
import type { Key, Me, Zone } from '@permu/api/client'
import { passwordFault, secretOf, textOf } from '#lib/account/form.ts'
import { messages as passwordMessages } from '#lib/account/password-messages.ts'
import { signInHref } from '#lib/account/return-to.ts'
import { ask } from '#lib/answer.ts'
import { createClient, problemOf, read } from '#lib/api.ts'
import type { Actions, PageServerLoad } from './$types'
import { messages } from './messages.ts'
import { keyOf } from './new-key.ts'

/** The own zones by name; null where all zones are. */
async function ownZones(person: NonNullable<Me['person']>, fetch: typeof globalThis.fetch) {
  if (person.zones === null || person.mustChangePassword) return null
  const zones = await read<Zone[]>(createClient(fetch).api.v1.zones.$get({ query: {} }))
  const names = new Map(zones.map(({ id, name }) => [id, name]))
  return person.zones.map((id) => ({ id, name: names.get(id) ?? null }))
}

export const load: PageServerLoad = async ({ parent, fetch, url }) => {
  const { account } = await parent()
  const { person } = account
  if (person === null) redirect(303, account.local ? '/admin' : signInHref('/account'))
  const all = person.mustChangePassword
    ? []
    : await read<Key[]>(createClient(fetch).api.v1.keys.$get())
  const keys = all.filter((key) => key.person.id === person.id)
  const zones = await ownZones(person, fetch)
  const done = url.searchParams.get('done')
  return { person, keys, zones, done, now: new Date().toISOString() }
}

export const actions: Actions = {
  name: async ({ request, fetch, locals }) => {
    const t = messages[locals.locale]
    const name = textOf(await request.formData(), 'name')
    if (name === '') return fail(400, { part: 'name', fault: t.nameBad })
    const { problem } = await ask(createClient(fetch).api.v1.me.$patch({ json: { name } }))
    if (problem) return fail(400, { part: 'name', fault: t.failed(problem.message) })
    redirect(303, '/account?done=name')
  },

  password: async ({ request, fetch, locals }) => {
    const form = await request.formData()
    const t = messages[locals.locale]
    const refuse = (fault: string) => fail(400, { part: 'password', fault })
    const newPassword = secretOf(form, 'password')
    const wrong = passwordFault(newPassword, secretOf(form, 'again'))
    if (wrong) return refuse(passwordMessages[locals.locale][wrong])
    const currentPassword = secretOf(form, 'current')
    const answer = await fetch('/api/auth/change-password', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ currentPassword, newPassword, revokeOtherSessions: true }),
    })
    if (answer.ok) redirect(303, '/account?done=password')
    const { code, message } = problemOf(await answer.json().catch(() => null))
    return refuse(code === 'invalid' ? t.passwordWrong : t.failed(message))
  },

  key: async ({ request, fetch, locals }) => {
    const t = messages[locals.locale]
    const refuse = (fault: string) => fail(400, { part: 'key', fault })
    const json = keyOf(await request.formData(), new Date())
    if (json === 'name') return refuse(t.keyNameBad)
    if (json === 'scopes') return refuse(t.keyScopeBad)
    if (json === 'days') return refuse(t.keyLifeBad)
    const { found, problem } = await ask(createClient(fetch).api.v1.keys.$post({ json }))
    if (problem) return refuse(t.failed(problem.message))
    return { part: 'key', made: { name: found.name, key: found.key } }
  },

  end: async ({ request, fetch, locals }) => {
    const id = textOf(await request.formData(), 'id')
    const { problem } = await ask(createClient(fetch).api.v1.keys[':id'].$delete({ param: { id } }))
    if (problem && problem.code !== 'not-found') {
      return fail(400, { part: 'key', fault: messages[locals.locale].failed(problem.message) })
    }
    redirect(303, '/account?done=ended#keys')
  },
}
