import type { Field, Mapping } from '@permu/api/client'
import { createClient, read } from '#lib/api.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ fetch }) => {
  const { api } = createClient(fetch)
  const [mappings, fields] = await Promise.all([
    read<Mapping[]>(api.v1.mappings.$get()),
    read<Field[]>(api.v1.fields.$get()),
  ])
  return { mappings, fields }
}
