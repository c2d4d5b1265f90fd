import type { State } from '@permu/api/client'
import { createClient, read } from '#lib/api.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = async ({ locals, fetch }) => ({
  locale: locals.locale,
  theme: locals.theme,
  state: await read<State>(createClient(fetch).api.v1.state.$get()),
})
