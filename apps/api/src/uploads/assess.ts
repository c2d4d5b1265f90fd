import type { Store } from '../database/store.ts'
import type { Snapshots } from '../data/snapshots.ts'
import { doubtfulProjects } from '../projects/doubtful.ts'
import { basisProblems } from './basis.ts'
import { differenceOf } from './diff.ts'
import { addWarnings } from './late-problems.ts'
import { updateUpload, type UploadRow } from './queries.ts'
import { scaleProblems } from './scale.ts'
import { assessZones } from './zone-report.ts'

/**
 * Holds a file that was read against the data: which zones it names, what does not sit well, what
 * it would add and change. Then it is ready.
 */
export async function assessUpload(
  { store, snapshots }: { store: Store; snapshots: Snapshots },
  upload: UploadRow,
  signal: AbortSignal,
): Promise<void> {
  const snapshot = await snapshots.current()
  const { report, problems, matches } = await assessZones(store.read, upload)
  const zones = Int32Array.from(matches, (m) => snapshot.zoneIndex.get(m.id) ?? -1)
  const warnings = [
    ...problems,
    ...(await basisProblems(store.read, { upload, snapshot })),
    ...(await doubtfulProjects(store.read, { upload, snapshot, matches })),
    ...(await scaleProblems(store.read, { upload, snapshot, zones })),
  ]
  const difference = await differenceOf(store.read, upload, snapshot)
  const counts = {
    ...upload.counts,
    ...difference,
    warnings: upload.counts.warnings + warnings.length,
  }
  await store.write(async (db) => {
    signal.throwIfAborted()
    await addWarnings(db, upload.id, warnings)
    const countedAgainst = snapshot.version
    await updateUpload(db, upload.id, {
      status: 'ready',
      counts,
      countedAgainst,
      zoneReport: report,
    })
  })
}
