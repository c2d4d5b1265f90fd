import { copyFile, readdir, rm } from 'node:fs/promises'
import { dirname, basename, join } from 'node:path'
import { eq } from '#dialect'
import { appendEntry } from '../audit/append.ts'
import { auditHead, entriesFrom, insertEntry } from '../audit/queries.ts'
import type { Entry } from '../audit/entry.ts'
import { dataVersion } from '../data/queries.ts'
import { changes, workspaces } from '../database/schema.ts'
import { openStore, WORKSPACE, type Db } from '../database/store.ts'

/** What is known of the database that a backup is to take the place of. */
export interface Replaced {
  /** Null where it cannot be read: then its audit log is lost, but for what the backup holds. */
  db: Db | null
  /** The largest data version that it can have given to anything. */
  version: number
}

export interface Restoring {
  name: string
  /** The database file of the backup. */
  source: string
  /** Where the copy is prepared. */
  target: string
  at: string
  actor: string
  requestId: string | null
}

const ENTRIES_TOGETHER = 1000

/** Whether the log of one database goes on from the newest entry of another's. */
async function goesOn(from: Pick<Entry, 'seq' | 'hash'>, into: Db): Promise<boolean> {
  if (from.seq === 0) return true
  const [same] = await entriesFrom(into, from.seq, 1)
  return same?.seq === from.seq && same.hash === from.hash
}

/** Adds the entries since the backup was made: what was done stays told. */
async function carryAudit(from: Db, into: Db) {
  const head = await auditHead(into)
  if (!(await goesOn(head, from))) return
  for (let seq = head.seq + 1; ; seq += ENTRIES_TOGETHER) {
    const entries = await entriesFrom(from, seq, ENTRIES_TOGETHER)
    for (const entry of entries) await insertEntry(into, entry)
    if (entries.length < ENTRIES_TOGETHER) return
  }
}

/** Gives the content a data version that nothing has had, so that no cache can mistake it. */
async function renew(db: Db, { name, at, actor, requestId }: Restoring, replaced: Replaced) {
  const own = await dataVersion(db)
  const version = Math.max(own, replaced.version) + 1
  await db.update(workspaces).set({ dataVersion: version }).where(eq(workspaces.id, WORKSPACE))
  await db
    .insert(changes)
    .values({ workspace: WORKSPACE, version, at, by: actor, kind: 'backup', note: name })
  await appendEntry(db, {
    ...{ at, actor, requestId, action: 'POST /backups/{name}/restore', subject: `backups/${name}` },
    ...{ before: replaced.db && `v${String(replaced.version)}`, after: `v${String(version)}` },
  })
  return version
}

/** Removes a database and what stands beside it. */
export async function removeDatabase(path: string) {
  const names = await readdir(dirname(path)).catch((): string[] => [])
  for (const name of names.filter((one) => one.startsWith(basename(path)))) {
    await rm(join(dirname(path), name), { force: true })
  }
}

/**
 * Makes of a backup the database that is to be: brought up to date, with the audit log of the one that it
 * replaces and a new data version. The backup itself is only read.
 */
export async function prepareRestore(restoring: Restoring, replaced: Replaced): Promise<number> {
  const { source, target } = restoring
  await copyFile(source, target)
  const store = await openStore(target)
  try {
    // Not as `write`: it would enter the carried entries once more.
    return await store.stage(async (db) => {
      if (replaced.db !== null) await carryAudit(replaced.db, db)
      return renew(db, restoring, replaced)
    })
  } finally {
    await store.close()
  }
}
