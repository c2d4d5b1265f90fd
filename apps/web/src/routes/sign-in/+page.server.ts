import { fail, redirect } from '@sveltejs/kit'
import { secretOf, textOf } from '#lib/account/form.ts'
import { samePath } from '#lib/account/return-to.ts'
import { problemOf } from '#lib/api.ts'
import type { Locale } from '#lib/i18n/index.ts'
import type { Actions, PageServerLoad } from './$types'
import { messages } from './messages.ts'

export const load: PageServerLoad = async ({ url, parent }) => {
  const { account } = await parent()
  const from = samePath(url.searchParams.get('from'))
  if (account.local || account.person) redirect(303, from)
  return { from, oidcFailed: url.searchParams.get('error') === 'oidc' }
}

async function faultText(answer: Response, locale: Locale): Promise<string> {
  const t = messages[locale]
  if (answer.status === 401) return t.wrong
  if (answer.status === 429) {
    const seconds = Number(answer.headers.get('retry-after'))
    return seconds > 0 ? t.tooManyFor(seconds) : t.tooMany
  }
  const body: unknown = await answer.json().catch(() => null)
  return t.failed(problemOf(body).message)
}

export const actions: Actions = {
  default: async ({ request, fetch, url, locals }) => {
    const form = await request.formData()
    const email = textOf(form, 'email')
    const answer = await fetch('/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: secretOf(form, 'password') }),
    })
    if (!answer.ok) {
      return fail(answer.status, { fault: await faultText(answer, locals.locale), email })
    }
    redirect(303, samePath(url.searchParams.get('from')))
  },
}
