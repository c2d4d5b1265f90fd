import type { Field, Upload } from '@permu/api/client'
import { createClient, read } from '#lib/api.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ fetch, params }) => {
  const client = createClient(fetch)
  const [upload, fields] = await Promise.all([
    read<Upload>(client.api.v1.uploads[':id'].$get({ param: { id: params.id } })),
    read<Field[]>(client.api.v1.fields.$get()),
  ])
  return { upload, fields }
}
