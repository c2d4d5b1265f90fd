import type { Person } from '@permu/api/client'
import { createClient, read } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, url }) => ({
  people: await read<Person[]>(createClient(fetch).api.v1.people.$get()),
  removed: url.searchParams.get('done') === 'removed',
})
