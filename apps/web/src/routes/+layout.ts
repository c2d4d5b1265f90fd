import { createClient, read } from '#lib/api.ts'
import type { LayoutLoad } from './$types'

export const load: LayoutLoad = async ({ data, fetch }) => ({
  ...data,
  state: await read(createClient(fetch).api.v1.state.$get()),
})
