import { mayWrite } from '../access/ownership.ts'
import { WORKSPACE, type Db } from '../database/store.ts'
import { customFields, dataVersion } from '../data/queries.ts'
import type { Deps } from '../env.ts'
import { recordChange } from '../history/queries.ts'
import { rememberDecisions } from '../mappings/remember.ts'
import { done, failed, type Outcome } from '../problem.ts'
import { findByName } from '../zones/match.ts'
import { nameKey } from '../zones/name.ts'
import { putAlias } from '../zones/queries.ts'
import { differenceOf } from './diff.ts'
import { isStopped, stopReason } from './policy.ts'
import {
  assignZones,
  findUpload,
  insertField,
  insertZones,
  nextLayer,
  updateUpload,
  type UploadRow,
} from './queries.ts'
import { forgetZones, matchedZones } from './staged-zones.ts'

/** Stores new zones, says which zone each of the file's is, and keeps a person's word as an alias. */
async function keepZones(db: Db, upload: UploadRow, at: string) {
  const { seen, names, matches } = await matchedZones(db, upload)
  const made = matches.filter((match) => match.isNew)
  await insertZones(
    db,
    made.map(({ id, name, code }) => ({ workspace: WORKSPACE, id, name, code })),
  )
  await assignZones(db, seen, new Map(matches.map((match) => [match.local, match.id])))
  for (const [i, { name }] of seen.entries()) {
    const match = matches[i]
    if (match?.by !== 'choice') continue
    const key = nameKey(name)
    const known = findByName(names, key)
    // A zone's own name cannot be another zone's second one.
    if (known?.by === 'name' || known?.zone.id === match.id) continue
    await putAlias(db, { key, zone: match.id, name, at, by: upload.by })
  }
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

/** The counts of an upload against the data as they are now, whatever was committed meanwhile. */
async function freshCounts({ snapshots }: CommitDeps, db: Db, upload: UploadRow) {
  const version = await dataVersion(db)
  if (upload.countedAgainst === version) return upload.counts
  return { ...upload.counts, ...(await differenceOf(db, upload, await snapshots.current())) }
}

type CommitDeps = Pick<Deps, 'store' | 'snapshots' | 'now'>

async function addLayer(deps: CommitDeps, db: Db, upload: UploadRow) {
  const at = deps.now().toISOString()
  const counts = await freshCounts(deps, db, upload)
  const { added, changed, same, zonesAdded } = counts
  await keepZones(db, upload, at)
  await keepFields(db, upload)
  await rememberDecisions(db, upload, at)
  const layer = await nextLayer(db)
  const { by } = upload
  await updateUpload(db, upload.id, { status: 'committed', layer, committedAt: at, counts, by })
  await recordChange(db, {
    ...{ at, kind: 'commit', upload: upload.id, by },
    counts: { added, changed, same, zonesAdded },
  })
}

/**
 * Makes a file that was read into the newest layer: all of it in one transaction. It is theirs who
 * ask for that, and else of whoever sent it.
 */
export async function commitUpload(
  deps: CommitDeps,
  id: string,
  by?: string,
): Promise<Outcome<UploadRow>> {
  const outcome = await deps.store.write(async (db): Promise<Outcome<UploadRow>> => {
    const found = await findUpload(db, id)
    const upload = found && { ...found, by: by ?? found.by }
    if (!upload) return failed('not-found', 'There is no such upload.')
    if (upload.status === 'committed') return done(upload)
    if (upload.status !== 'ready') {
      return failed('conflict', `An upload that is “${upload.status}” cannot be committed.`)
    }
    if (isStopped(upload)) return failed('unusable', stopReason(upload))
    const allowed = await mayWrite(db, upload.by, upload)
    if (!allowed.ok) return allowed
    await addLayer(deps, db, upload)
    const committed = await findUpload(db, id)
    return committed ? done(committed) : failed('not-found', 'There is no such upload.')
  })
  if (outcome.ok) forgetZones(id)
  return outcome
}
