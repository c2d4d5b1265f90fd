import type { ProjectTrace } from '@permu/api/client'
import { createClient, read } from '#lib/api.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ fetch, params }) => {
  const { api } = createClient(fetch)
  const param = { id: params.id }
  return { trace: await read<ProjectTrace>(api.v1.projects[':id'].trace.$get({ param })) }
}
