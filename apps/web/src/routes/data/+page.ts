import type { UploadPage } from './page-types.ts'
import { createClient, read } from '#lib/api.ts'
import type { PageLoad } from './$types'

const PAGE = '30'

export const load: PageLoad = async ({ fetch, url }) => {
  const cursor = url.searchParams.get('cursor')
  const client = createClient(fetch)
  const query = cursor ? { limit: PAGE, cursor } : { limit: PAGE }
  const uploads = await read<UploadPage>(client.api.v1.uploads.$get({ query }))
  return { uploads, cursor }
}
