import type { Indicator } from '@permu/api/client'
import { createClient, read } from '#lib/api.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ fetch }) => ({
  indicators: await read<Indicator[]>(createClient(fetch).api.v1.indicators.$get()),
})
