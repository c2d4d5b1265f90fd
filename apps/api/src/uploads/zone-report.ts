import type { Db } from '../database/store.ts'
import type { ZoneReport } from '../database/vocabulary.ts'
import { zoneChoices, type ZoneMatch, type ZoneNames } from '../zones/match.ts'
import { nameKey } from '../zones/name.ts'
import { findNear, NEAR_LIMIT } from '../zones/near.ts'
import type { NewProblem } from './late-problems.ts'
import type { UploadRow, UploadZoneRow } from './queries.ts'
import { matchedZones } from './staged-zones.ts'

/** Zones that an answer lists; the problems name all. */
const LISTED = 500
const PROBLEMS = 10_000

interface Seen {
  row: UploadZoneRow
  match: ZoneMatch
}

function zoneProblem(upload: UploadRow, { row, match }: Seen): Omit<NewProblem, 'code'> {
  const column = upload.plan?.columns.find(({ role }) => role === 'zone')
  return {
    row: row.row,
    column: column?.index ?? null,
    header: column?.header ?? null,
    text: row.name,
    params: { name: row.name, zone: match.name },
  }
}

/** A code that belongs to a zone which goes by none of the names that the file gives it. */
function conflicts(upload: UploadRow, seen: readonly Seen[], names: ZoneNames): NewProblem[] {
  return seen.flatMap((one) => {
    const known = names.directory.zones.get(one.match.id)
    if (one.match.by !== 'code' || !known) return []
    const own = [known.name, ...known.aliases, ...known.formerNames.map(({ name }) => name)]
    if (own.some((name) => nameKey(name) === nameKey(one.row.name))) return []
    return [{ code: 'zone-name-conflict', ...zoneProblem(upload, one) } as const]
  })
}

/** Two names of one file that are one zone: of two values for a cell only one can count. */
function doubles(upload: UploadRow, seen: readonly Seen[]): NewProblem[] {
  const first = new Map<string, number>()
  return seen.flatMap((one) => {
    const before = first.get(one.match.id)
    if (before === undefined) {
      first.set(one.match.id, one.row.row)
      return []
    }
    const { params, ...place } = zoneProblem(upload, one)
    return [{ code: 'zone-twice', ...place, params: { ...params, first: before } } as const]
  })
}

function chosenOf(upload: UploadRow, names: ZoneNames): ZoneReport['chosen'] {
  const reading = upload.reading as { zones?: { name: string; zone: string | null }[] }
  return (reading.zones ?? []).map(({ name, zone }) => {
    const known =
      zone === null ? undefined : names.directory.zones.get(names.directory.canonical(zone))
    return { name, zone, zoneName: known?.name ?? null }
  })
}

async function nearOf(upload: UploadRow, added: readonly Seen[], names: ZoneNames) {
  if (names.directory.zones.size === 0) return []
  const choices = zoneChoices(upload)
  const open = added.filter(({ row }) => choices.get(nameKey(row.name)) !== null)
  const suggestions = await findNear(
    open.map(({ row }) => row.name),
    names.directory.zones.values(),
  )
  return open.slice(0, NEAR_LIMIT).flatMap((one, i) => {
    const found = suggestions[i] ?? []
    return found.length === 0 ? [] : [{ one, suggestions: found }]
  })
}

export interface ZoneFinding {
  report: ZoneReport
  problems: NewProblem[]
  matches: ZoneMatch[]
}

function reportOf(seen: readonly Seen[]): Pick<ZoneReport, 'matched' | 'added'> {
  const added = seen.filter(({ match }) => match.isNew)
  return {
    matched: seen.filter(({ match }) => match.by !== 'new').length,
    added: added
      .slice(0, LISTED)
      .map(({ row }) => ({ name: row.name, code: row.code, row: row.row })),
  }
}

/** How the zones of a file that was read stand to the known ones. */
export async function assessZones(db: Db, upload: UploadRow): Promise<ZoneFinding> {
  const { seen: rows, names, matches } = await matchedZones(db, upload)
  const seen = rows.flatMap((row, i) => (matches[i] ? [{ row, match: matches[i] }] : []))
  const added = seen.filter(({ match }) => match.isNew)
  const near = await nearOf(upload, added, names)
  const nearProblems = near.map(({ one, suggestions }): NewProblem => {
    const place = zoneProblem(upload, one)
    return {
      code: 'zone-near',
      ...place,
      params: { name: one.row.name, zone: suggestions[0]?.name ?? '' },
    }
  })
  return {
    matches,
    report: {
      ...reportOf(seen),
      near: near
        .slice(0, LISTED)
        .map(({ one, suggestions }) => ({ name: one.row.name, row: one.row.row, suggestions })),
      chosen: chosenOf(upload, names),
    },
    problems: [...nearProblems, ...conflicts(upload, seen, names), ...doubles(upload, seen)].slice(
      0,
      PROBLEMS,
    ),
  }
}
