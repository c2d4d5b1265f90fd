import type { Db } from '../database/store.ts'
import { dataVersion } from '../data/queries.ts'
import { readDirectory } from '../zones/directory.ts'
import {
  matchAgainst,
  namesOf,
  zoneChoices,
  type SeenZone,
  type ZoneMatch,
  type ZoneNames,
} from '../zones/match.ts'
import { zonesOfUpload, type UploadRow } from './queries.ts'

/** The zones of an upload and what they were taken for, kept in mind from reading to commit. */

const UPLOADS_KEPT = 2
const staged = new Map<string, readonly SeenZone[]>()

/** Keeps in mind the zones that were staged of an upload, in the order of their numbers. */
export function rememberZones(upload: string, zones: readonly SeenZone[]) {
  staged.delete(upload)
  staged.set(upload, zones)
  const [oldest] = staged.keys()
  if (staged.size > UPLOADS_KEPT && oldest !== undefined) staged.delete(oldest)
}

/** The zones of the upload are no longer what they were, or nobody will ask for them again. */
export function forgetZones(upload: string) {
  staged.delete(upload)
  if (newest?.upload === upload) newest = null
}

/** The store holds something else now. */
export function forgetAllZones() {
  staged.clear()
  newest = null
}

export interface MatchedZones {
  seen: readonly SeenZone[]
  names: ZoneNames
  matches: ZoneMatch[]
}

interface Known extends MatchedZones {
  upload: string
  version: number
  choices: string
}

let newest: Known | null = null

/** The zones of an upload matched against the store; once for each version of the data. */
export async function matchedZones(db: Db, upload: UploadRow): Promise<MatchedZones> {
  const version = await dataVersion(db)
  const choices = JSON.stringify(upload.reading['zones'] ?? [])
  const { id } = upload
  const isSame = newest?.upload === id && newest.version === version && newest.choices === choices
  if (newest !== null && isSame) return newest
  const seen = staged.get(id) ?? (await zonesOfUpload(db, id))
  const names = namesOf(await readDirectory(db))
  const matches = matchAgainst(names, seen, zoneChoices(upload))
  const found = { upload: id, version, choices, seen, names, matches }
  if (staged.has(id)) newest = found
  return found
}
