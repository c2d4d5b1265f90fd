import { createHash } from 'node:crypto'
import type { Db } from '../database/store.ts'
import { allZones } from '../data/queries.ts'
import type { UploadZoneRow } from './queries.ts'

/** Names that differ only in width, case or spaces are one name. */
export const nameKey = (name: string) =>
  name.normalize('NFKC').replaceAll(/\s+/gu, '').toLowerCase()

/** An id that the same name gives on every machine. */
export const zoneId = (name: string) =>
  createHash('sha256').update(nameKey(name)).digest('hex').slice(0, 12)

export interface ZoneMatch {
  local: number
  id: string
  name: string
  code: string | null
  isNew: boolean
}

/** Which zone each zone of a file is: by code, else by name, else a new one. */
export async function matchZones(db: Db, seen: readonly UploadZoneRow[]): Promise<ZoneMatch[]> {
  const known = await allZones(db)
  const byCode = new Map(known.flatMap((z) => (z.code === null ? [] : [[z.code, z] as const])))
  const byName = new Map(known.map((z) => [nameKey(z.name), z]))
  return seen.map(({ local, name, code }) => {
    const found = (code === null ? undefined : byCode.get(code)) ?? byName.get(nameKey(name))
    const made = { id: zoneId(name), name, code }
    if (!found) byName.set(nameKey(name), { ...made, workspace: '' })
    return { local, ...(found ?? made), isNew: found === undefined }
  })
}
