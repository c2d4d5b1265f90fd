import type { Snapshot } from '../data/snapshots.ts'
import type { Db } from '../database/store.ts'
import type { UploadRow } from '../uploads/queries.ts'
import type { ZoneMatch } from '../zones/match.ts'
import { figureOf } from './figures.ts'
import { projectId, readLedger, valueKey, type LedgerValue } from './ledger.ts'
import { projectsOf, projectValuesOf, type ProjectValueRow } from './queries.ts'

type Difference = Record<'added' | 'changed' | 'same', number>

const shown = (value: Pick<LedgerValue, 'item' | 'value' | 'unit' | 'text'>) =>
  value.text ?? figureOf(value).value

function verdict(row: ProjectValueRow, before: LedgerValue | undefined): keyof Difference {
  if (before === undefined || before.reason !== null) return 'added'
  return shown(before) === shown(row) ? 'same' : 'changed'
}

/** What a ledger that was read would add to the ledger as it stands and change in it, by cells. */
export async function ledgerDifference(
  db: Db,
  file: { upload: UploadRow; snapshot: Snapshot; matches: readonly ZoneMatch[] },
): Promise<Difference> {
  const { upload, snapshot, matches } = file
  const { byId } = await readLedger(db, snapshot)
  const zoneOf = new Map(matches.map(({ local, id }) => [local, id]))
  const values = Map.groupBy(await projectValuesOf(db, upload.id), ({ row }) => row)
  const difference: Difference = { added: 0, changed: 0, same: 0 }
  for (const { row, local, key } of await projectsOf(db, upload.id)) {
    const project = byId.get(projectId(zoneOf.get(local) ?? '', key))
    for (const value of values.get(row) ?? []) {
      if (value.reason !== null) continue
      difference[verdict(value, project?.values.get(valueKey(value.item, value.period)))]++
    }
  }
  return difference
}
