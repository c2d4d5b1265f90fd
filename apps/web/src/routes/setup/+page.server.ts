import { error, fail, redirect } from '@sveltejs/kit'
import { isEmail, passwordFault, secretOf, textOf } from '#lib/account/form.ts'
import { messages as passwordMessages } from '#lib/account/password-messages.ts'
import { ask } from '#lib/answer.ts'
import { createClient } from '#lib/api.ts'
import type { Locale } from '#lib/i18n/index.ts'
import type { Actions, PageServerLoad } from './$types'
import { messages } from './messages.ts'

export const load: PageServerLoad = async ({ url, fetch, setHeaders }) => {
  // The address holds the token, which no other page needs to hear of.
  setHeaders({ 'referrer-policy': 'same-origin' })
  const token = url.searchParams.get('token') ?? ''
  const answer = await createClient(fetch).api.v1.setup.$get({ query: { token } })
  if (!answer.ok) error(404, 'Not found', { code: 'not-found', requestId: '' })
  return { token }
}

interface Filled {
  readonly name: string
  readonly email: string
}

function faultOf(form: FormData, { name, email }: Filled, locale: Locale): string | null {
  const t = messages[locale]
  if (name === '') return t.nameBad
  if (!isEmail(email)) return t.emailBad
  const fault = passwordFault(secretOf(form, 'password'), secretOf(form, 'again'))
  return fault && passwordMessages[locale][fault]
}

export const actions: Actions = {
  default: async ({ request, fetch, locals }) => {
    const form = await request.formData()
    const filled = { name: textOf(form, 'name'), email: textOf(form, 'email') }
    const fault = faultOf(form, filled, locals.locale)
    if (fault !== null) return fail(400, { fault, ...filled })
    const json = { ...filled, token: textOf(form, 'token'), password: secretOf(form, 'password') }
    const { problem } = await ask(createClient(fetch).api.v1.setup.$post({ json }))
    if (problem) {
      return fail(400, { fault: messages[locals.locale].failed(problem.message), ...filled })
    }
    redirect(303, '/admin')
  },
}
