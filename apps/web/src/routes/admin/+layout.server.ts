import { error, redirect } from '@sveltejs/kit'
import { refusalOf } from '#lib/account/may.ts'
import { messages } from '#lib/account/messages.ts'
import { signInHref } from '#lib/account/return-to.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = async ({ parent, url, locals, untrack }) => {
  const { account } = await parent()
  const refusal = refusalOf(account, 'administer')
  if (refusal === 'sign-in') redirect(303, signInHref(untrack(() => url.pathname + url.search)))
  if (refusal === 'role' && account.person) {
    const t = messages[locals.locale]
    const message = t.onlyAdministrator(t[account.person.role])
    error(403, message, { code: 'forbidden', requestId: '' })
  }
}
