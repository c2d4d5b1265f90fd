import type { Coverage } from '@permu/api/client'
import { createClient, read } from '#lib/api.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ fetch }) => ({
  coverage: await read<Coverage>(createClient(fetch).api.v1.coverage.$get()),
})
