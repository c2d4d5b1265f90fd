import type { CellChange, CellChangePage, RowPage } from '@permu/api/client'
import { createClient, read } from '#lib/api.ts'

type Fetch = typeof globalThis.fetch

// The typed client writes every key of a query, so one that is not asked must be absent.
function asked<T extends Record<string, string | null>>(query: T) {
  const entries = Object.entries(query).filter(([, value]) => value !== null && value !== '')
  return Object.fromEntries(entries)
}

/** Rows of the file as they stand in it, all or those with problems. */
export function rowsOf(
  fetch: Fetch,
  id: string,
  query: { only: 'problems' | null; cursor: string | null },
): Promise<RowPage> {
  const { rows } = createClient(fetch).api.v1.uploads[':id']
  return read<RowPage>(rows.$get({ param: { id }, query: asked(query) }))
}

/** What committing would do, number by number. */
export function changesOf(
  fetch: Fetch,
  id: string,
  query: { kind: CellChange['kind'] | null; cursor: string | null },
): Promise<CellChangePage> {
  const { changes } = createClient(fetch).api.v1.uploads[':id']
  return read<CellChangePage>(changes.$get({ param: { id }, query: asked(query) }))
}
