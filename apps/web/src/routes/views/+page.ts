import type { View } from '@permu/api/client'
import { createClient, read } from '#lib/api.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ fetch }) => ({
  views: await read<View[]>(createClient(fetch).api.v1.views.$get()),
})
