import type { Db, Store } from '../database/store.ts'
import { isStopped } from '../uploads/policy.ts'
import { clearReading, clearStrays, findUpload, unfinishedUploads } from '../uploads/queries.ts'
import { updateUpload, type UploadRow } from '../uploads/queries.ts'

/** What processes that have ended had not read to the end. */

/** A file during whose reading the process has ended so often is left alone: it may be the reason. */
const MOST_ATTEMPTS = 8

/** Makes an upload pending again, unless that has been tried too often; whether it is pending. */
async function takeUp(db: Db, upload: UploadRow): Promise<boolean> {
  const isTaken = upload.attempts < MOST_ATTEMPTS
  const attempts = upload.attempts + (upload.status === 'reading' ? 1 : 0)
  await updateUpload(db, upload.id, { status: isTaken ? 'pending' : 'failed', attempts })
  return isTaken
}

/** All that was left, where no other process can be at work. */
export async function leftOver(store: Store): Promise<string[]> {
  await store.write(clearStrays)
  const unfinished = await unfinishedUploads(store.read)
  return store.write(async (db) => {
    const taken: string[] = []
    for (const upload of unfinished) if (await takeUp(db, upload)) taken.push(upload.id)
    return taken
  })
}

function isUnfinished(row: UploadRow): boolean {
  if (row.status === 'pending' || row.status === 'reading') return true
  return row.status === 'ready' && row.mode === 'commit' && !isStopped(row)
}

/** One upload that a dead process held; what it had staged of a file that never came is taken away. */
export const recoverOne = (id: string, store: Store): Promise<boolean> =>
  store.write(async (db) => {
    const upload = await findUpload(db, id)
    if (upload === null) await clearReading(db, id)
    return upload !== null && isUnfinished(upload) && takeUp(db, upload)
  })
