import type { CellChangePage, Field, RowPage, Upload } from '@permu/api/client'
import { createClient, read } from '#lib/api.ts'
import { isOpen } from '../upload.ts'
import type { PageLoad } from './$types'
import { changesOf, rowsOf } from './pages.ts'

interface Details {
  readonly rows: RowPage | null
  readonly changes: CellChangePage | null
}

const NONE: Details = { rows: null, changes: null }

/** What of a file can be shown at once; the page asks for the rest, and again after every change. */
async function detailsOf(fetch: typeof globalThis.fetch, upload: Upload): Promise<Details> {
  if (isOpen(upload) || upload.columns.length === 0) return NONE
  const from = { cursor: null }
  const [rows, changes] = await Promise.all([
    rowsOf(fetch, upload.id, { only: null, ...from }).catch(() => null),
    upload.status === 'ready'
      ? changesOf(fetch, upload.id, { kind: null, ...from }).catch(() => null)
      : null,
  ])
  return { rows, changes }
}

export const load: PageLoad = async ({ fetch, params, url }) => {
  const client = createClient(fetch)
  const [upload, fields] = await Promise.all([
    read<Upload>(client.api.v1.uploads[':id'].$get({ param: { id: params.id } })),
    read<Field[]>(client.api.v1.fields.$get()),
  ])
  const { rows, changes } = await detailsOf(fetch, upload)
  return { upload, fields, rows, changes, again: url.searchParams.has('again') }
}
