import { redirect } from '@sveltejs/kit'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ parent }) => {
  const { account } = await parent()
  if (!account.local) redirect(303, '/admin/people')
}
