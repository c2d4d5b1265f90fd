import type { CellChange, CellChangePage, RowPage } from '@permu/api/client'
import { read } from '#lib/api.ts'

type Fetch = typeof globalThis.fetch

const at = (id: string, tail: string, query: Readonly<Record<string, string | null>>): string => {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) if (value) search.set(key, value)
  const text = search.toString()
  return `/api/v1/uploads/${encodeURIComponent(id)}/${tail}${text === '' ? '' : `?${text}`}`
}

/** Rows of the file as they stand in it, all or those with problems. */
export function rowsOf(
  fetch: Fetch,
  id: string,
  { only, cursor }: { only: 'problems' | null; cursor: string | null },
): Promise<RowPage> {
  return read<RowPage>(fetch(at(id, 'rows', { only, cursor })))
}

/** What committing would do, number by number. */
export function changesOf(
  fetch: Fetch,
  id: string,
  { kind, cursor }: { kind: CellChange['kind'] | null; cursor: string | null },
): Promise<CellChangePage> {
  return read<CellChangePage>(fetch(at(id, 'changes', { kind, cursor })))
}
