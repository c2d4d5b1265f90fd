import type { Db } from '../database/store.ts'
import type { Snapshot } from '../data/snapshots.ts'
import type { NewProblem } from '../uploads/late-problems.ts'
import type { UploadRow } from '../uploads/queries.ts'
import { nameKey } from '../zones/name.ts'
import type { ZoneMatch } from '../zones/match.ts'
import { readLedger } from './ledger.ts'
import { projectsOf, projectValuesOf } from './queries.ts'

interface Named {
  /** Zone and name. */
  place: string
  hasParcel: boolean
}

const placeOf = (zone: string, name: string) => `${zone}\n${nameKey(name)}`
const isParcel = (key: string) => key.startsWith('parcel:')

/** Every project of the ledger as it stands, by the name that its newest file gives it. */
async function standing(db: Db, snapshot: Snapshot): Promise<Named[]> {
  const { projects } = await readLedger(db, snapshot)
  return projects.flatMap(({ zone, key, values }) => {
    const name = values.get('project-name')?.text
    const id = snapshot.zones[zone]?.id
    if (typeof name !== 'string' || id === undefined) return []
    return [{ place: placeOf(id, name), hasParcel: isParcel(key) }]
  })
}

/**
 * Warnings of projects that stand in a zone by their name alone, and under a parcel id as well: in this
 * file, or in it and in the ledger. They count as two, and may be one.
 */
export async function doubtfulProjects(
  db: Db,
  file: { upload: UploadRow; snapshot: Snapshot; matches: readonly ZoneMatch[] },
): Promise<NewProblem[]> {
  const { upload, snapshot, matches } = file
  if (upload.plan?.ledger === undefined) return []
  const zones = new Map(matches.map(({ local, id }) => [local, id]))
  const values = await projectValuesOf(db, upload.id)
  const names = values.filter(({ item }) => item === 'project-name')
  const nameAt = new Map(names.map((value) => [value.row, value]))
  const own = (await projectsOf(db, upload.id)).flatMap(({ row, local, key }) => {
    const { text = null, column = null } = nameAt.get(row) ?? {}
    if (text === null) return []
    return [
      { row, column, text, place: placeOf(zones.get(local) ?? '', text), hasParcel: isParcel(key) },
    ]
  })
  const all = [...own, ...(await standing(db, snapshot))]
  const places = (hasParcel: boolean) =>
    new Set(all.filter((one) => one.hasParcel === hasParcel).map(({ place }) => place))
  const [withParcel, without] = [places(true), places(false)]
  const header = upload.plan.columns.find(({ item }) => item === 'project-name')?.header ?? null
  return own.flatMap(({ row, column, text, place, hasParcel }) => {
    const other = hasParcel ? without : withParcel
    if (!other.has(place)) return []
    return [{ code: 'project-without-parcel', row, column, header, text, params: {} } as const]
  })
}
