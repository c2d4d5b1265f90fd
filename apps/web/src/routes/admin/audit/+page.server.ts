import type { AuditPage, AuditVerification, Person } from '@permu/api/client'
import { createClient, read } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

const AT_ONCE = '50'

export const load: PageServerLoad = async ({ fetch, url, parent }) => {
  const api = createClient(fetch).api.v1
  const { account } = await parent()
  const text = (key: string) => url.searchParams.get(key) ?? ''
  const asked = { person: text('person'), action: text('action') }
  const cursor = text('cursor')
  const query = {
    limit: AT_ONCE,
    ...(asked.person && { person: asked.person }),
    ...(asked.action && { action: asked.action }),
    ...(/^\d+$/u.test(cursor) && { cursor }),
  }
  const [page, people, verification] = await Promise.all([
    read<AuditPage>(api.audit.$get({ query })),
    account.local ? [] : read<Person[]>(api.people.$get()),
    url.searchParams.has('verify')
      ? read<AuditVerification>(api.audit.verification.$get())
      : null,
  ])
  return { page, people, verification, asked, cursor }
}
