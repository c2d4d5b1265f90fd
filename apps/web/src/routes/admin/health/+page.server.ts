import type { Health } from '@permu/api/client'
import { createClient, read } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch }) => ({
  health: await read<Health>(createClient(fetch).api.v1.health.$get()),
  now: new Date().toISOString(),
})
