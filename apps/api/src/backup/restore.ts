import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { inspectCopy } from '#dialect'
import type { Config } from '../config.ts'
import type { Restored } from '../contract.ts'
import { dataVersion } from '../data/queries.ts'
import type { Store } from '../database/store.ts'
import { restoreMap } from '../map/store.ts'
import { done, failed, FaultError, type Outcome } from '../problem.ts'
import type { Intake } from '../reading/intake.ts'
import { isAnyOpen } from '../uploads/queries.ts'
import { forgetAllStaged } from '../uploads/staged-blocks.ts'
import { forgetAllZones } from '../uploads/staged-zones.ts'
import { checkBackup } from './check.ts'
import { DATABASE, databaseOf, folderOf } from './folder.ts'
import { makeBackup } from './make.ts'
import { prepareRestore, removeDatabase } from './prepare.ts'

export interface RestoreDeps {
  config: Pick<Config, 'data'>
  store: Store
  now: () => Date
  intake: Pick<Intake, 'startOver' | 'enqueue'>
  /** Migrations that this version knows. */
  known: number
}

export interface Wish {
  name: string
  actor: string
  requestId: string | null
  /** No server runs that may be reading files: what is unread goes with what is replaced. */
  isAlone?: boolean
}

const underWay = new Set<string>()

/** One restore at a time in a folder: the other is told. */
export async function alone<T>(
  folder: string,
  work: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  if (underWay.has(folder)) {
    return failed(
      'conflict',
      '另一次恢复正在进行。 Another backup is being restored at this moment.',
    )
  }
  underWay.add(folder)
  try {
    return await work()
  } finally {
    underWay.delete(folder)
  }
}

export const temporaryPath = (config: Pick<Config, 'data'>) =>
  `${databaseOf(config)}.restoring-${randomBytes(4).toString('hex')}`

/** Only what nobody is writing can be replaced: a file that is read would lose its upload. */
async function requireQuiet(store: Store) {
  if (!(await isAnyOpen(store.read))) return
  throw new FaultError({
    code: 'conflict',
    detail:
      '有文件正在读取：请等它完成或撤回后再恢复。 ' +
      'Files are being read: wait for them, or withdraw them, before restoring.',
  })
}

async function requireSound(path: string) {
  const { fault } = await inspectCopy(path)
  if (fault !== null) throw new Error(`the prepared database is not sound: ${fault}`)
}

interface Exchanged {
  kept: string
  version: number
  unfinished: string[]
}

/** What is there now is backed up, and everything is replaced, while nobody else writes. */
async function exchange(deps: RestoreDeps, wish: Wish): Promise<Exchanged> {
  const { config, store, now, intake } = deps
  const target = temporaryPath(config)
  const result: Exchanged = { kept: '', version: 0, unfinished: [] }
  try {
    await store.replaceBy(async (db) => {
      if (wish.isAlone !== true) await requireQuiet(store)
      result.kept = (await makeBackup(config, { reason: 'restore', at: now() })).name
      const source = join(folderOf(config, wish.name), DATABASE)
      const restoring = { ...wish, source, target, at: now().toISOString() }
      const replaced = { db, version: await dataVersion(db) }
      Object.assign(result, await prepareRestore(restoring, replaced))
      await requireSound(target)
      intake.startOver()
      forgetAllStaged()
      forgetAllZones()
      return target
    })
    return result
  } finally {
    await removeDatabase(target)
  }
}

/**
 * Puts a backup in the place of the data while the server runs. Whoever reads meanwhile sees what was
 * there before, then what is there now; whoever writes waits.
 */
export async function restoreBackup(deps: RestoreDeps, wish: Wish): Promise<Outcome<Restored>> {
  const { config, known } = deps
  return alone(config.data, async () => {
    const checked = await checkBackup(config, wish.name, { known })
    if (!checked.ok) return checked
    try {
      const { kept, version, unfinished } = await exchange(deps, wish)
      await restoreMap(config, folderOf(config, wish.name))
      unfinished.forEach(deps.intake.enqueue)
      const { missing } = checked.value
      return done({ restored: wish.name, dataVersion: version, kept, missingOriginals: missing })
    } catch (error) {
      if (error instanceof FaultError) return { ok: false, fault: error.fault }
      throw error
    }
  })
}
