import type { UploadPage } from '@permu/api/client'
import { createClient, read } from '#lib/api.ts'
import { loadRanking } from '../rank/load.ts'
import type { PageLoad } from './$types'
import { sourceFiles } from './files.ts'

const MOST_FILES = 200

/** The ranking of the address as /rank takes it, and the files that its numbers are from. */
export const load: PageLoad = async ({ fetch, url, parent }) => {
  const { state } = await parent()
  const { api } = createClient(fetch)
  const [ranking, uploads] = await Promise.all([
    loadRanking({ fetch, url, periods: state.periods }),
    read<UploadPage>(api.v1.uploads.$get({ query: { limit: String(MOST_FILES) } })),
  ])
  const files = sourceFiles(uploads.items)
  return { ranking, files, more: uploads.next !== null }
}
