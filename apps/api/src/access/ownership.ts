import { findPerson, isActive } from '../accounts/queries.ts'
import { LOCAL_PERSON, type Db } from '../database/store.ts'
import { done, failed, type Outcome } from '../problem.ts'
import { zonesOfUpload, type UploadRow } from '../uploads/queries.ts'
import { matchedZones } from '../uploads/staged-zones.ts'
import { readDirectory } from '../zones/directory.ts'

/** Whose zones an upload writes, decided where it is written: roles may change while a file is read. */

const NAMED = 20

interface WrittenZone {
  /** Null where the file would make it, or it is not known yet. */
  id: string | null
  name: string
}

/** The zones that somebody may write; null means all, and new ones too. */
async function writableZones(db: Db, id: string): Promise<readonly string[] | null> {
  if (id === LOCAL_PERSON) return null
  const person = await findPerson(db, id)
  if (person === null || !isActive(person) || person.role === 'viewer') return []
  return person.role === 'uploader' ? person.zones : null
}

/** The zones of an upload: as they were taken when it became a layer, or would be now. */
async function zonesWritten(db: Db, upload: UploadRow): Promise<WrittenZone[]> {
  if (upload.layer !== null) {
    const rows = await zonesOfUpload(db, upload.id)
    return rows.map(({ zone, name }) => ({ id: zone, name }))
  }
  const { matches } = await matchedZones(db, upload)
  return matches.map(({ id, name, isNew, by }) => ({ id: isNew || by === 'new' ? null : id, name }))
}

function refuse(names: readonly string[]): Outcome<never> {
  const shown = names.slice(0, NAMED)
  const more = names.length > shown.length ? ` and ${String(names.length - shown.length)} more` : ''
  const errors = shown.map((message, i) => ({ pointer: `/zones/${String(i)}`, message }))
  return failed(
    'forbidden',
    `These zones are not yours to write: ${shown.join(', ')}${more}.`,
    errors,
  )
}

/** Whether somebody may put an upload into the data: all of its zones have to be theirs. */
export async function mayWrite(db: Db, by: string, upload: UploadRow): Promise<Outcome<null>> {
  const own = await writableZones(db, by)
  if (own === null) return done(null)
  const { canonical } = await readDirectory(db)
  const mine = new Set(own.map(canonical))
  const foreign = (await zonesWritten(db, upload)).filter(
    ({ id }) => id === null || !mine.has(canonical(id)),
  )
  return foreign.length === 0 ? done(null) : refuse([...new Set(foreign.map(({ name }) => name))])
}

/** Whether somebody may read an upload again, discard, withdraw or restore it. */
export async function mayChange(db: Db, by: string, upload: UploadRow): Promise<Outcome<null>> {
  if (upload.layer === null && upload.by === by) return done(null)
  if (upload.layer === null && upload.zoneReport === null) {
    const isFree = (await writableZones(db, by)) === null
    return isFree ? done(null) : failed('forbidden', 'Somebody else has sent this file.')
  }
  return mayWrite(db, by, upload)
}
