import { WORKSPACE, type Store } from '../database/store.ts'
import { NO_COUNTS } from '../database/vocabulary.ts'
import { clearReading, insertProblems, updateUpload } from '../uploads/queries.ts'

export interface RowLimit {
  rows: number
  most: number
}

/** Leaves an upload that has more rows than are taken failed, with the reason and nothing else of it. */
export function refuseRows(store: Store, upload: string, { rows, most }: RowLimit): Promise<void> {
  const place = { row: null, column: null, header: null, text: null, byte: null }
  const params = { rows, most }
  return store.write(async (db) => {
    await clearReading(db, upload)
    const what = { code: 'too-many-rows', severity: 'error' } as const
    await insertProblems(db, [{ workspace: WORKSPACE, upload, seq: 0, ...what, ...place, params }])
    const counts = { ...NO_COUNTS, errors: 1 }
    await updateUpload(db, upload, { status: 'failed', counts, summary: null, periods: [] })
  })
}
