import { redirect } from '@sveltejs/kit'
import type { Me, State } from '@permu/api/client'
import { doorOf } from '#lib/account/door.ts'
import { createClient, read } from '#lib/api.ts'
import type { LayoutServerLoad } from './$types'

/** What those see of the data who may not read. */
const NOTHING: State = {
  ...{ dataVersion: '0', zones: 0, periods: [], uploads: 0 },
  ...{ lastCommit: null, samples: [], map: false },
}

export const load: LayoutServerLoad = async ({ locals, fetch, url, untrack }) => {
  const api = createClient(fetch).api.v1
  // One after the other would make every page wait twice.
  const [account, asked] = await Promise.all([read<Me>(api.me.$get()), api.state.$get()])
  // Not tracked: else this would be asked again at every step from page to page.
  const door = untrack(() => doorOf(account, url))
  if (door !== null) redirect(303, door)
  const state = account.can.includes('read') ? await read<State>(Promise.resolve(asked)) : NOTHING
  return { locale: locals.locale, theme: locals.theme, account, state }
}
