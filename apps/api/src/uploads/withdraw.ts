import { mayChange } from '../access/ownership.ts'
import type { Deps } from '../env.ts'
import { recordChange } from '../history/queries.ts'
import { done, failed, type Outcome } from '../problem.ts'
import { clearReading, findUpload, updateUpload, type UploadRow } from './queries.ts'

type WithdrawDeps = Pick<Deps, 'store' | 'now' | 'intake' | 'actor'>

const isOpen = ({ status }: UploadRow) => status === 'pending' || status === 'reading'

/**
 * Takes a layer out of the data, so that what lay below shows again, or discards a preview; reading
 * is stopped first. The file is kept.
 */
export async function withdrawUpload(
  { store, now, intake, actor }: WithdrawDeps,
  id: string,
): Promise<Outcome<UploadRow>> {
  const found = await findUpload(store.read, id)
  if (found && isOpen(found)) {
    const allowed = await mayChange(store.read, actor.id, found)
    if (!allowed.ok) return allowed
    await intake.cancel(id)
  }
  return store.write(async (db): Promise<Outcome<UploadRow>> => {
    const upload = await findUpload(db, id)
    if (!upload) return failed('not-found', 'There is no such upload.')
    const allowed = await mayChange(db, actor.id, upload)
    if (!allowed.ok) return allowed
    if (upload.status === 'withdrawn') return done(upload)
    if (isOpen(upload)) return failed('conflict', 'The file is still being read; try again.')
    const withdrawnAt = now().toISOString()
    if (upload.status === 'committed') {
      await recordChange(db, { at: withdrawnAt, by: actor.id, kind: 'withdraw', upload: id })
    } else {
      await clearReading(db, id)
    }
    await updateUpload(db, id, { status: 'withdrawn', withdrawnAt })
    return done({ ...upload, status: 'withdrawn', withdrawnAt })
  })
}

/** Puts a withdrawn layer back at its old place in the order; a discarded preview has none. */
export async function restoreUpload(
  { store, now, actor }: WithdrawDeps,
  id: string,
): Promise<Outcome<UploadRow>> {
  return store.write(async (db): Promise<Outcome<UploadRow>> => {
    const upload = await findUpload(db, id)
    if (!upload) return failed('not-found', 'There is no such upload.')
    const allowed = await mayChange(db, actor.id, upload)
    if (!allowed.ok) return allowed
    if (upload.status === 'committed') return done(upload)
    if (upload.status !== 'withdrawn' || upload.layer === null) {
      return failed('conflict', 'Only a layer that was withdrawn from the data can be restored.')
    }
    await recordChange(db, { at: now().toISOString(), by: actor.id, kind: 'restore', upload: id })
    await updateUpload(db, id, { status: 'committed', withdrawnAt: null })
    return done({ ...upload, status: 'committed', withdrawnAt: null })
  })
}
