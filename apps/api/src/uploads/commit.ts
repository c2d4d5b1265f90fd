import { WORKSPACE, type Db, type Store } from '../database/store.ts'
import { customFields } from '../data/queries.ts'
import { done, failed, type Outcome } from '../problem.ts'
import {
  assignZones,
  bumpDataVersion,
  clearReading,
  findUpload,
  insertField,
  insertZones,
  nextLayer,
  updateUpload,
  zonesOfUpload,
  type UploadRow,
} from './queries.ts'
import { matchZones } from './zones.ts'

async function keepZones(db: Db, upload: UploadRow) {
  const seen = await zonesOfUpload(db, upload.id)
  const matches = await matchZones(db, seen)
  const made = matches.filter((match) => match.isNew)
  await insertZones(
    db,
    made.map(({ id, name, code }) => ({ workspace: WORKSPACE, id, name, code })),
  )
  await assignZones(db, seen, new Map(matches.map((match) => [match.local, match.id])))
}

async function keepFields(db: Db, upload: UploadRow) {
  const known = new Set((await customFields(db)).map((f) => f.id))
  for (const { field, unit } of upload.plan?.slots ?? []) {
    if (!field.isNew || known.has(field.id)) continue
    await insertField(db, {
      workspace: WORKSPACE,
      id: field.id,
      name: field.name,
      unit,
      upload: upload.id,
    })
  }
}

/** Makes a file that was read into the newest layer: all of it in one transaction. */
export async function commitUpload(
  store: Store,
  id: string,
  at: Date,
): Promise<Outcome<UploadRow>> {
  return store.write(async (db) => {
    const upload = await findUpload(db, id)
    if (!upload) return failed('not-found', 'There is no such upload.')
    if (upload.status === 'committed') return done(upload)
    if (upload.status !== 'ready') {
      return failed('conflict', `An upload that is “${upload.status}” cannot be committed.`)
    }
    await keepZones(db, upload)
    await keepFields(db, upload)
    await updateUpload(db, id, {
      status: 'committed',
      layer: await nextLayer(db),
      committedAt: at.toISOString(),
    })
    await bumpDataVersion(db)
    const committed = await findUpload(db, id)
    return committed ? done(committed) : failed('not-found', 'There is no such upload.')
  })
}

/** Takes a layer out of the data, so that what lay below shows again; the file is kept. */
export async function withdrawUpload(store: Store, id: string): Promise<Outcome<UploadRow>> {
  return store.write(async (db) => {
    const upload = await findUpload(db, id)
    if (!upload) return failed('not-found', 'There is no such upload.')
    if (upload.status === 'withdrawn') return done(upload)
    if (upload.status === 'reading' || upload.status === 'pending') {
      return failed('conflict', 'The file is still being read; try again when that is over.')
    }
    if (upload.status === 'committed') await bumpDataVersion(db)
    else await clearReading(db, id)
    await updateUpload(db, id, { status: 'withdrawn' })
    return done({ ...upload, status: 'withdrawn' })
  })
}
